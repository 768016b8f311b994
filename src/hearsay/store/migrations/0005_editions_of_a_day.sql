-- SPDX-License-Identifier: Apache-2.0
-- What the store held on an earlier day. An edition was the newest from published_to until the day before `until`; never,
-- where the two are the same day, or where it is undated.
ALTER TABLE edition ADD COLUMN until INTEGER NOT NULL DEFAULT 9999999;
-- Which of two editions of one day is the newer: publication and retrieval with their time of day, sortable.
ALTER TABLE edition ADD COLUMN stamp TEXT NOT NULL DEFAULT '';

UPDATE edition SET until = coalesce((SELECT min(x.published_to) FROM edition x WHERE x.doc = edition.doc
  AND (x.published_to, x.text_id) > (edition.published_to, edition.text_id)), 9999999);
UPDATE edition SET current = (key = (SELECT x.key FROM edition x WHERE x.doc = edition.doc
  ORDER BY x.published_to IS NOT NULL DESC, x.published_to DESC, x.text_id DESC LIMIT 1));
-- Documents of several editions are compared again at the next build, which keeps the traces of the old ones below.
UPDATE edition SET compared = 0 WHERE doc IN (SELECT doc FROM edition GROUP BY doc HAVING count(*) > 1);

CREATE INDEX edition_old ON edition (published_to, until) WHERE current = 0;

-- As fingerprint and claim_key, of editions that were the newest once.
CREATE TABLE old_fingerprint (
  print   INTEGER NOT NULL,
  edition INTEGER NOT NULL REFERENCES edition (key) ON DELETE CASCADE,
  PRIMARY KEY (print, edition)
) STRICT, WITHOUT ROWID;
CREATE INDEX old_fingerprint_edition ON old_fingerprint (edition);
CREATE TABLE old_claim_key (
  block INTEGER NOT NULL,
  claim INTEGER NOT NULL REFERENCES claim (key) ON DELETE CASCADE,
  PRIMARY KEY (block, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX old_claim_key_claim ON old_claim_key (claim);
