-- SPDX-License-Identifier: Apache-2.0
-- What comparing remembers, so that a new report costs what its own words and claims cost.
ALTER TABLE edition ADD COLUMN compared INTEGER NOT NULL DEFAULT 0;
CREATE INDEX edition_pending ON edition (doc) WHERE current = 1 AND compared = 0;

CREATE TABLE fingerprint (
  print   INTEGER NOT NULL,                   -- 64 bits of a hash, as a signed number
  edition INTEGER NOT NULL REFERENCES edition (key) ON DELETE CASCADE,
  PRIMARY KEY (print, edition)
) STRICT, WITHOUT ROWID;
CREATE INDEX fingerprint_edition ON fingerprint (edition);

CREATE TABLE claim_key (
  block INTEGER NOT NULL,                     -- likewise
  claim INTEGER NOT NULL REFERENCES claim (key) ON DELETE CASCADE,
  PRIMARY KEY (block, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_key_claim ON claim_key (claim);

CREATE TABLE claim_join (
  a      INTEGER NOT NULL REFERENCES claim (key) ON DELETE CASCADE,
  b      INTEGER NOT NULL REFERENCES claim (key) ON DELETE CASCADE,
  copied INTEGER NOT NULL,
  score  REAL NOT NULL,
  why    TEXT NOT NULL,
  PRIMARY KEY (a, b, copied)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_join_b ON claim_join (b);

CREATE INDEX event_claim_doc ON event_claim (doc);
