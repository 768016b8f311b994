-- SPDX-License-Identifier: Apache-2.0
-- Names know the last day too, so that one month of a place is read without its other years.
ALTER TABLE claim_name ADD COLUMN day_to INTEGER NOT NULL DEFAULT 9999999;
UPDATE claim_name SET day_to = (SELECT c.day_to FROM claim c WHERE c.key = claim_name.claim);

-- Claims in order of time with what a full-text question asks of each.
DROP INDEX claim_day;
CREATE INDEX claim_order ON claim (day_from, day_to, edition, trigger_at, id);

-- The ledger: claims under place, actor and kind of act, so that a page of it is read without the rest.
CREATE TABLE cell (
  key        INTEGER PRIMARY KEY,
  place_name TEXT NOT NULL,                   -- lower case
  place      TEXT NOT NULL,                   -- entity or ''
  actor      TEXT NOT NULL,                   -- entity, else name in lower case, or ''
  type       TEXT NOT NULL,
  mode       TEXT NOT NULL,
  UNIQUE (place_name, place, actor, type, mode)
) STRICT;
CREATE TABLE cell_claim (
  cell  INTEGER NOT NULL REFERENCES cell (key),
  day   INTEGER NOT NULL,                     -- claim.day_from
  claim INTEGER NOT NULL REFERENCES claim (key) ON DELETE CASCADE,
  PRIMARY KEY (cell, day, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX cell_claim_claim ON cell_claim (claim);
-- Entities and lower-case names by which a cell can be asked for.
CREATE TABLE cell_name (
  role TEXT NOT NULL,                         -- actor, place
  name TEXT NOT NULL,
  cell INTEGER NOT NULL REFERENCES cell (key),
  PRIMARY KEY (role, name, cell)
) STRICT, WITHOUT ROWID;

-- What comparing keeps has changed: all reports are compared again at the next build.
UPDATE edition SET compared = 0;
