BEGIN TRANSACTION;
CREATE TABLE card (
    learner_uuid TEXT NOT NULL REFERENCES learner (uuid),
    item TEXT NOT NULL,
    stability REAL NOT NULL,
    difficulty REAL NOT NULL,
    due TEXT NOT NULL,
    last TEXT NOT NULL,
    first TEXT NOT NULL,
    reps INTEGER NOT NULL,
    lapses INTEGER NOT NULL,
    rating INTEGER NOT NULL,
    PRIMARY KEY (learner_uuid, item)) WITHOUT ROWID;
INSERT INTO "card" VALUES('a0000000-0000-4000-8000-000000000001','bank/item-0',16.0,3.0,'2026-01-22','2026-01-06','2026-01-02',5,0,3);
INSERT INTO "card" VALUES('a0000000-0000-4000-8000-000000000001','bank/item-1',1.0,1.0,'2026-01-07','2026-01-06','2026-01-02',5,4,1);
INSERT INTO "card" VALUES('a0000000-0000-4000-8000-000000000001','bank/item-2',16.0,3.0,'2026-01-22','2026-01-06','2026-01-02',5,0,3);
INSERT INTO "card" VALUES('a0000000-0000-4000-8000-000000000001','bank/item-3',16.0,3.0,'2026-01-22','2026-01-06','2026-01-02',5,0,3);
CREATE TABLE derivation (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE event (
    number INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    learner_uuid TEXT NOT NULL REFERENCES learner (uuid),
    session TEXT NOT NULL,
    type TEXT NOT NULL,
    refers_to TEXT,
    item TEXT NOT NULL,
    revision TEXT REFERENCES revision (hash),
    response TEXT NOT NULL,
    shown TEXT NOT NULL,
    certainty INTEGER,
    hints INTEGER NOT NULL,
    "try" INTEGER NOT NULL,
    mark REAL,
    taken INTEGER,
    language TEXT NOT NULL,
    seed TEXT NOT NULL,
    mode TEXT NOT NULL,
    scheduled INTEGER NOT NULL,
    rating INTEGER,
    note TEXT,
    detail TEXT NOT NULL,
    at TEXT NOT NULL,
    tz_offset INTEGER NOT NULL,
    digest TEXT NOT NULL);
INSERT INTO "event" VALUES(1,'f5320023-3f3d-573e-8777-7bc2d2be8213','a0000000-0000-4000-8000-000000000001','a0-0','started',NULL,'',NULL,'[]','[]',NULL,0,0,NULL,NULL,'','','',0,NULL,NULL,'{"title":"Ä title"}','2026-01-02T09:00:01.000Z',0,'c817b641055d53e6');
INSERT INTO "event" VALUES(2,'eb8a5231-4545-5517-a64c-fde49a5af624','a0000000-0000-4000-8000-000000000001','a0-0','answered',NULL,'bank/item-0','31528abf4540d92ab6f3b56ade8c95abeaa8ec924715b36faef9cda8f39673cc','["a"]','["b","a"]',NULL,0,1,1.0,4000,'en','7','practice',1,3,NULL,'{}','2026-01-02T09:00:02.000Z',0,'58ab2ae2c03a7380');
INSERT INTO "event" VALUES(3,'fd440df9-e4bb-59ae-8185-532580b6f139','a0000000-0000-4000-8000-000000000001','a0-0','answered',NULL,'bank/item-1','04538cddaf48ec8d08897b983f459609f872bd70e27b57800ab63aa1c090fd91','["a"]','["b","a"]',NULL,0,1,0.0,4000,'en','7','practice',1,1,NULL,'{}','2026-01-02T09:00:03.000Z',0,'ba31d8d713b27d77');
INSERT INTO "event" VALUES(4,'3212ef61-4a15-57ce-a6fb-e2d0e8920af2','a0000000-0000-4000-8000-000000000001','a0-0','answered',NULL,'bank/item-2','a7dc73953527230522e77417f49a9f7e9d7d1e0afd0e5df99b2a01fae6e2eb7c','["a"]','["b","a"]',NULL,0,1,1.0,4000,'en','7','practice',1,3,NULL,'{}','2026-01-02T09:00:04.000Z',0,'eab502a24822b653');
INSERT INTO "event" VALUES(5,'aeeaf6c5-6383-5d7c-91f1-29e77a3433e7','a0000000-0000-4000-8000-000000000001','a0-0','answered',NULL,'bank/item-3','add7b5b1fca19f223f93a6b9fadca0b485249755281e6076114641e160c4b856','["a"]','["b","a"]',NULL,0,1,1.0,4000,'en','7','practice',1,3,NULL,'{}','2026-01-02T09:00:05.000Z',0,'9f4353cc7f5ab68c');
INSERT INTO "event" VALUES(6,'ad4596ca-556d-596d-9b2b-cdcea42412a5','a0000000-0000-4000-8000-000000000001','a0-0','finished',NULL,'',NULL,'[]','[]',NULL,0,0,NULL,NULL,'','','',0,NULL,NULL,'{}','2026-01-02T09:00:06.000Z',0,'6cd89df3d45e6f4c');
INSERT INTO "event" VALUES(7,'405e9ade-c668-54e8-8632-efe966b118dc','a0000000-0000-4000-8000-000000000001','a0-1','started',NULL,'',NULL,'[]','[]',NULL,0,0,NULL,NULL,'','','',0,NULL,NULL,'{"title":"Ä title"}','2026-01-03T09:00:07.000Z',0,'887118b321bea709');
INSERT INTO "event" VALUES(8,'d70d4cc4-4ba1-592c-be81-956fe51d234a','a0000000-0000-4000-8000-000000000001','a0-1','answered',NULL,'bank/item-0','31528abf4540d92ab6f3b56ade8c95abeaa8ec924715b36faef9cda8f39673cc','["a"]','["b","a"]',NULL,0,1,1.0,4000,'en','7','practice',1,3,NULL,'{}','2026-01-03T09:00:08.000Z',0,'ea7c483d39b309bc');
INSERT INTO "event" VALUES(9,'148644c1-71e9-5332-8397-2d077bc8488c','a0000000-0000-4000-8000-000000000001','a0-1','answered',NULL,'bank/item-1','04538cddaf48ec8d08897b983f459609f872bd70e27b57800ab63aa1c090fd91','["a"]','["b","a"]',NULL,0,1,0.0,4000,'en','7','practice',1,1,NULL,'{}','2026-01-03T09:00:09.000Z',0,'a34169629a087d4d');
INSERT INTO "event" VALUES(10,'aff819d5-c0f8-5b43-8c93-97e70ef6a637','a0000000-0000-4000-8000-000000000001','a0-1','answered',NULL,'bank/item-2','a7dc73953527230522e77417f49a9f7e9d7d1e0afd0e5df99b2a01fae6e2eb7c','["a"]','["b","a"]',NULL,0,1,1.0,4000,'en','7','practice',1,3,NULL,'{}','2026-01-03T09:00:10.000Z',0,'ed6c97b3e8d23d07');
INSERT INTO "event" VALUES(11,'9f95d840-6657-5ebc-ba77-b29e2224f735','a0000000-0000-4000-8000-000000000001','a0-1','answered',NULL,'bank/item-3','add7b5b1fca19f223f93a6b9fadca0b485249755281e6076114641e160c4b856','["a"]','["b","a"]',NULL,0,1,1.0,4000,'en','7','practice',1,3,NULL,'{}','2026-01-03T09:00:11.000Z',0,'fc22b00bbba427ac');
INSERT INTO "event" VALUES(12,'8cdcddd8-8822-5c94-acd2-0f31c5c884f5','a0000000-0000-4000-8000-000000000001','a0-1','finished',NULL,'',NULL,'[]','[]',NULL,0,0,NULL,NULL,'','','',0,NULL,NULL,'{}','2026-01-03T09:00:12.000Z',0,'b4bfe029aae48662');
INSERT INTO "event" VALUES(13,'696e7636-70ee-560c-93bf-6f6ccd09cf74','a0000000-0000-4000-8000-000000000001','a0-2','started',NULL,'',NULL,'[]','[]',NULL,0,0,NULL,NULL,'','','',0,NULL,NULL,'{"title":"Ä title"}','2026-01-04T09:00:13.000Z',0,'8c916d3933ad5ad7');
INSERT INTO "event" VALUES(14,'757ae71b-5279-5074-a8ac-8362aa0f1797','a0000000-0000-4000-8000-000000000001','a0-2','answered',NULL,'bank/item-0','31528abf4540d92ab6f3b56ade8c95abeaa8ec924715b36faef9cda8f39673cc','["a"]','["b","a"]',NULL,0,1,1.0,4000,'en','7','practice',1,3,NULL,'{}','2026-01-04T09:00:14.000Z',0,'33f6a3171a7ffa67');
INSERT INTO "event" VALUES(15,'849eaf90-90cb-5c50-ba57-3ec5723d4843','a0000000-0000-4000-8000-000000000001','a0-2','answered',NULL,'bank/item-1','04538cddaf48ec8d08897b983f459609f872bd70e27b57800ab63aa1c090fd91','["a"]','["b","a"]',NULL,0,1,0.0,4000,'en','7','practice',1,1,NULL,'{}','2026-01-04T09:00:15.000Z',0,'8e1eb0269ff4060a');
INSERT INTO "event" VALUES(16,'ab23bc75-ed82-5f8b-b05f-24e51061ab36','a0000000-0000-4000-8000-000000000001','a0-2','answered',NULL,'bank/item-2','a7dc73953527230522e77417f49a9f7e9d7d1e0afd0e5df99b2a01fae6e2eb7c','["a"]','["b","a"]',NULL,0,1,1.0,4000,'en','7','practice',1,3,NULL,'{}','2026-01-04T09:00:16.000Z',0,'68ee3177428cc80a');
INSERT INTO "event" VALUES(17,'16c64f6f-59b0-5ca2-a9ec-2ac102b68330','a0000000-0000-4000-8000-000000000001','a0-2','answered',NULL,'bank/item-3','add7b5b1fca19f223f93a6b9fadca0b485249755281e6076114641e160c4b856','["a"]','["b","a"]',NULL,0,1,1.0,4000,'en','7','practice',1,3,NULL,'{}','2026-01-04T09:00:17.000Z',0,'425da400f195efc3');
INSERT INTO "event" VALUES(18,'bf98d5e6-6d5d-5ec2-aa7e-e79eda5fa96d','a0000000-0000-4000-8000-000000000001','a0-2','finished',NULL,'',NULL,'[]','[]',NULL,0,0,NULL,NULL,'','','',0,NULL,NULL,'{}','2026-01-04T09:00:18.000Z',0,'e3c9dfb1fb93f15b');
INSERT INTO "event" VALUES(19,'628dca40-e2db-5771-a901-c7ef74086807','a0000000-0000-4000-8000-000000000001','a0-3','started',NULL,'',NULL,'[]','[]',NULL,0,0,NULL,NULL,'','','',0,NULL,NULL,'{"title":"Ä title"}','2026-01-05T09:00:19.000Z',0,'67f3d0153de8251b');
INSERT INTO "event" VALUES(20,'41f9b03b-b4b1-5cfc-82bc-c15ee18f721d','a0000000-0000-4000-8000-000000000001','a0-3','answered',NULL,'bank/item-0','31528abf4540d92ab6f3b56ade8c95abeaa8ec924715b36faef9cda8f39673cc','["a"]','["b","a"]',NULL,0,1,1.0,4000,'en','7','practice',1,3,NULL,'{}','2026-01-05T09:00:20.000Z',0,'750cc3f98ce6afcc');
INSERT INTO "event" VALUES(21,'f40746b0-a0fb-56ea-9726-48b623ba0472','a0000000-0000-4000-8000-000000000001','a0-3','answered',NULL,'bank/item-1','04538cddaf48ec8d08897b983f459609f872bd70e27b57800ab63aa1c090fd91','["a"]','["b","a"]',NULL,0,1,0.0,4000,'en','7','practice',1,1,NULL,'{}','2026-01-05T09:00:21.000Z',0,'b4da3ca96d5ec17f');
INSERT INTO "event" VALUES(22,'6a34efb6-909f-5528-869f-b8abb0557326','a0000000-0000-4000-8000-000000000001','a0-3','answered',NULL,'bank/item-2','a7dc73953527230522e77417f49a9f7e9d7d1e0afd0e5df99b2a01fae6e2eb7c','["a"]','["b","a"]',NULL,0,1,1.0,4000,'en','7','practice',1,3,NULL,'{}','2026-01-05T09:00:22.000Z',0,'d93db9851eb9b27a');
INSERT INTO "event" VALUES(23,'d03eb0ef-b27e-57f6-9a26-7e0c9e35a43f','a0000000-0000-4000-8000-000000000001','a0-3','answered',NULL,'bank/item-3','add7b5b1fca19f223f93a6b9fadca0b485249755281e6076114641e160c4b856','["a"]','["b","a"]',NULL,0,1,1.0,4000,'en','7','practice',1,3,NULL,'{}','2026-01-05T09:00:23.000Z',0,'133c3af082eb1954');
INSERT INTO "event" VALUES(24,'ef98358c-7bce-52fd-8973-44407c787c77','a0000000-0000-4000-8000-000000000001','a0-3','finished',NULL,'',NULL,'[]','[]',NULL,0,0,NULL,NULL,'','','',0,NULL,NULL,'{}','2026-01-05T09:00:24.000Z',0,'2182946089bb21b9');
INSERT INTO "event" VALUES(25,'d0ffd11e-3bd0-5d80-8336-96936ca59649','a0000000-0000-4000-8000-000000000001','a0-4','started',NULL,'',NULL,'[]','[]',NULL,0,0,NULL,NULL,'','','',0,NULL,NULL,'{"title":"Ä title"}','2026-01-06T09:00:25.000Z',0,'2c9648fb04563c2d');
INSERT INTO "event" VALUES(26,'3ec0bf24-74dd-53ee-bc1f-ef141ea814d5','a0000000-0000-4000-8000-000000000001','a0-4','answered',NULL,'bank/item-0','31528abf4540d92ab6f3b56ade8c95abeaa8ec924715b36faef9cda8f39673cc','["a"]','["b","a"]',NULL,0,1,1.0,4000,'en','7','practice',1,3,NULL,'{}','2026-01-06T09:00:26.000Z',0,'bdaa3b5d8f9bd58f');
INSERT INTO "event" VALUES(27,'d0582f9c-3cdc-5b41-b8d9-7d7574c90a69','a0000000-0000-4000-8000-000000000001','a0-4','answered',NULL,'bank/item-1','04538cddaf48ec8d08897b983f459609f872bd70e27b57800ab63aa1c090fd91','["a"]','["b","a"]',NULL,0,1,0.0,4000,'en','7','practice',1,1,NULL,'{}','2026-01-06T09:00:27.000Z',0,'850b08fd4a83398e');
INSERT INTO "event" VALUES(28,'e2a14198-8433-5fd6-8f59-52174b26f13b','a0000000-0000-4000-8000-000000000001','a0-4','answered',NULL,'bank/item-2','a7dc73953527230522e77417f49a9f7e9d7d1e0afd0e5df99b2a01fae6e2eb7c','["a"]','["b","a"]',NULL,0,1,1.0,4000,'en','7','practice',1,3,NULL,'{}','2026-01-06T09:00:28.000Z',0,'d7f88535673bb8e4');
INSERT INTO "event" VALUES(29,'25963a58-9358-57d0-8ea4-e49bf7033ee4','a0000000-0000-4000-8000-000000000001','a0-4','answered',NULL,'bank/item-3','add7b5b1fca19f223f93a6b9fadca0b485249755281e6076114641e160c4b856','["a"]','["b","a"]',NULL,0,1,1.0,4000,'en','7','practice',1,3,NULL,'{}','2026-01-06T09:00:29.000Z',0,'96f17811e643c370');
CREATE TABLE learner (
    number INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    name TEXT UNIQUE);
INSERT INTO "learner" VALUES(1,'a0000000-0000-4000-8000-000000000001',NULL);
CREATE TABLE revision (
    hash TEXT NOT NULL PRIMARY KEY,
    asked TEXT NOT NULL);
INSERT INTO "revision" VALUES('31528abf4540d92ab6f3b56ade8c95abeaa8ec924715b36faef9cda8f39673cc','{"key":["a"],"language":"en","stem":"Question 0?","type":"choice"}');
INSERT INTO "revision" VALUES('04538cddaf48ec8d08897b983f459609f872bd70e27b57800ab63aa1c090fd91','{"key":["a"],"language":"en","stem":"Question 1?","type":"choice"}');
INSERT INTO "revision" VALUES('a7dc73953527230522e77417f49a9f7e9d7d1e0afd0e5df99b2a01fae6e2eb7c','{"key":["a"],"language":"en","stem":"Question 2?","type":"choice"}');
INSERT INTO "revision" VALUES('add7b5b1fca19f223f93a6b9fadca0b485249755281e6076114641e160c4b856','{"key":["a"],"language":"en","stem":"Question 3?","type":"choice"}');
CREATE TABLE unfinished (
    learner_uuid TEXT NOT NULL REFERENCES learner (uuid),
    session TEXT NOT NULL,
    PRIMARY KEY (learner_uuid, session)) WITHOUT ROWID;
INSERT INTO "unfinished" VALUES('a0000000-0000-4000-8000-000000000001','a0-4');
CREATE INDEX event_by_session ON event (session);
CREATE INDEX event_by_item ON event (learner_uuid, item)
    WHERE scheduled = 1 OR type IN ('undone', 'redone');
CREATE INDEX event_by_time ON event (learner_uuid)
    WHERE type = 'answered' AND mark = 1 AND taken IS NOT NULL;
CREATE INDEX card_by_due ON card (learner_uuid, due, item);
CREATE TRIGGER event_no_update BEFORE UPDATE ON event
BEGIN SELECT RAISE (ABORT, 'the log is never changed'); END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event
BEGIN SELECT RAISE (ABORT, 'the log is never changed'); END;
CREATE TRIGGER revision_no_update BEFORE UPDATE ON revision
BEGIN SELECT RAISE (ABORT, 'the log is never changed'); END;
CREATE TRIGGER revision_no_delete BEFORE DELETE ON revision
BEGIN SELECT RAISE (ABORT, 'the log is never changed'); END;
CREATE INDEX card_by_last ON card (learner_uuid, last);
COMMIT;
PRAGMA application_id = 1129730897;
PRAGMA user_version = 2;
