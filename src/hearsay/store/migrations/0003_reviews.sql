-- SPDX-License-Identifier: Apache-2.0
-- What people say of claims. Append only; kept by document and claim id, so that it outlives coding anew.
CREATE TABLE review (
  key      INTEGER PRIMARY KEY,
  doc      TEXT NOT NULL,
  claim    TEXT NOT NULL,                     -- claim id
  verdict  TEXT NOT NULL CHECK (verdict IN ('right', 'wrong', 'unsure')),
  reviewer TEXT NOT NULL,
  note     TEXT NOT NULL,
  at       TEXT NOT NULL                      -- ISO 8601
) STRICT;
CREATE INDEX review_claim ON review (claim, doc);
CREATE TRIGGER review_stays BEFORE UPDATE ON review BEGIN SELECT raise(ABORT, 'reviews are never changed'); END;
CREATE TRIGGER review_remains BEFORE DELETE ON review BEGIN SELECT raise(ABORT, 'reviews are never deleted'); END;
