-- SPDX-License-Identifier: Apache-2.0
-- The first schema. Keys are row numbers and never leave the store; times are days since 1970-01-01.
CREATE TABLE properties (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One text of one document. Another text under the same document id is another edition, kept beside the old one.
CREATE TABLE edition (
  key            INTEGER PRIMARY KEY,
  doc            TEXT NOT NULL,
  text_id        TEXT NOT NULL,               -- 32 hexadecimal digits
  number         INTEGER NOT NULL,            -- 1, 2, ... in the order in which the texts of the document came
  current        INTEGER NOT NULL,            -- 1 for the newest edition of the document
  program        TEXT NOT NULL,               -- what coded it
  packs          TEXT NOT NULL,
  outlet         TEXT NOT NULL,
  outlet_name    TEXT NOT NULL,
  published_from INTEGER,
  published_to   INTEGER,
  title          TEXT NOT NULL,
  body           TEXT NOT NULL,               -- CleanText::text
  about          TEXT NOT NULL,               -- the rest of StoredReport, JSON
  attributions   TEXT NOT NULL,               -- JSON array
  UNIQUE (doc, text_id)
) STRICT;
CREATE INDEX edition_current ON edition (doc) WHERE current = 1;
CREATE INDEX edition_published ON edition (published_to);

CREATE VIRTUAL TABLE edition_words USING fts5 (
  title, body, content = 'edition', content_rowid = 'key', tokenize = "unicode61 remove_diacritics 2");

CREATE TABLE claim (
  key       INTEGER PRIMARY KEY,
  edition   INTEGER NOT NULL REFERENCES edition (key) ON DELETE CASCADE,
  id        TEXT NOT NULL,                    -- 32 hexadecimal digits
  type      TEXT NOT NULL,
  mode      TEXT NOT NULL,
  status    TEXT NOT NULL,
  day_from  INTEGER NOT NULL,                 -- an open end stands at the known one; 9999999: no time
  day_to    INTEGER NOT NULL,
  lat       REAL,
  lon       REAL,
  radius_km REAL NOT NULL,
  trigger_at INTEGER NOT NULL,                -- byte where the trigger begins
  body      TEXT NOT NULL,                    -- the whole Claim, JSON
  UNIQUE (edition, id)
) STRICT;
CREATE INDEX claim_id ON claim (id);
CREATE INDEX claim_day ON claim (day_from, day_to);
CREATE INDEX claim_type ON claim (type, mode, day_from);

-- Entities and lower-case names by which a claim can be asked for.
CREATE TABLE claim_name (
  role  TEXT NOT NULL,                        -- actor (or recipient), place, source
  name  TEXT NOT NULL,
  day   INTEGER NOT NULL,                     -- claim.day_from, so that a name's claims come in order of time
  claim INTEGER NOT NULL REFERENCES claim (key) ON DELETE CASCADE,
  PRIMARY KEY (role, name, day, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_name_claim ON claim_name (claim);

-- Days as in claim, so that a circle in one month is found without the other years.
CREATE VIRTUAL TABLE claim_area USING rtree (key, lat_min, lat_max, lon_min, lon_max, day_min, day_max);

CREATE TABLE event (
  key      INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  body     TEXT NOT NULL                      -- the whole Event, JSON
) STRICT;
CREATE TABLE event_claim (
  event INTEGER NOT NULL REFERENCES event (key) ON DELETE CASCADE,
  claim TEXT NOT NULL,                        -- claim id
  doc   TEXT NOT NULL,
  PRIMARY KEY (claim, doc, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_claim_event ON event_claim (event);

CREATE TABLE republication (
  source TEXT NOT NULL,                       -- document ids
  target TEXT NOT NULL,
  kind   TEXT NOT NULL,
  body   TEXT NOT NULL,                       -- the whole Republication, JSON
  PRIMARY KEY (source, target)
) STRICT, WITHOUT ROWID;
CREATE INDEX republication_target ON republication (target);
