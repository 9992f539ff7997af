-- What release 2 left on the disk: its tables and rows, told by its own file.
CREATE TABLE event (
    conference TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, actor TEXT NOT NULL,
    type TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL, hash BLOB NOT NULL,
    PRIMARY KEY (conference, seq)
  ) WITHOUT ROWID;
CREATE TABLE receipt (
    conference TEXT NOT NULL, command TEXT NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY (conference, command)
  ) WITHOUT ROWID;
CREATE TABLE person (
    conference TEXT NOT NULL, person TEXT NOT NULL, content TEXT NOT NULL,
    PRIMARY KEY (conference, person)
  ) WITHOUT ROWID;
CREATE TABLE delegate (
    position INTEGER PRIMARY KEY, conference TEXT NOT NULL, delegate TEXT NOT NULL, bridge TEXT NOT NULL,
    folded TEXT NOT NULL, content TEXT NOT NULL,
    UNIQUE (conference, delegate)
  );
CREATE INDEX delegate_by_bridge ON delegate (conference, bridge, position);
CREATE TABLE snapshot (
    conference TEXT PRIMARY KEY, seq INTEGER NOT NULL, code TEXT NOT NULL, hash BLOB NOT NULL, state TEXT NOT NULL
  ) WITHOUT ROWID;
CREATE TABLE invitation (
    id TEXT PRIMARY KEY, token_hash BLOB NOT NULL UNIQUE, seat TEXT NOT NULL, conference TEXT, bridge TEXT,
    label TEXT NOT NULL, created_at INTEGER NOT NULL, revoked_at INTEGER
  , kind TEXT NOT NULL DEFAULT 'link', expires_at INTEGER, used_at INTEGER) WITHOUT ROWID;
CREATE TABLE session (
    id TEXT PRIMARY KEY, secret_hash BLOB NOT NULL UNIQUE, invitation TEXT NOT NULL REFERENCES invitation (id),
    created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, ended_at INTEGER
  ) WITHOUT ROWID;
CREATE TABLE agenda_template (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, body TEXT NOT NULL, created_at INTEGER NOT NULL
  ) WITHOUT ROWID;
CREATE TABLE opening (at INTEGER NOT NULL);
INSERT INTO event VALUES ('hn', 1, 1632963600000, '{"seat":"secretariat","session":"thu-ky","bridgeId":null}', 'conferenceCreated', 1, '{"at":1632963600000,"details":{"title":"Hội nghị giao ban quý III năm 2021","kind":"periodicBriefing","level":"nationalSector","form":"hybrid","periodReviewed":"quý III/2021","periodPlanned":"quý IV/2021","date":"2021-09-30","organiser":"Ban Tổ chức Trung ương"}}', x'a43785ada2a4b085060cbca10b33f28af61fdd8a87ba77b1b2b6680b357ac036');
INSERT INTO event VALUES ('hn', 2, 1632963600000, '{"seat":"secretariat","session":"thu-ky","bridgeId":null}', 'bridgesAdded', 2, '{"at":1632963600000,"bridges":[{"bridgeId":"trung-uong","name":"Điểm cầu Trung ương","shortName":"Trung ương","tier":0,"parentId":null,"order":0,"region":null,"room":null,"chairs":[{"personId":"p-trung-uong"}],"technician":{"personId":"p-tech"}},{"bridgeId":"an-giang","name":"Điểm cầu tỉnh An Giang","shortName":"tỉnh An Giang","tier":1,"parentId":null,"order":1,"region":null,"room":null,"chairs":[{"personId":"p-an-giang"}],"technician":{"personId":"p-tech"}},{"bridgeId":"quang-binh","name":"Điểm cầu tỉnh Quảng Bình","shortName":"tỉnh Quảng Bình","tier":1,"parentId":null,"order":2,"region":null,"room":null,"chairs":[{"personId":"p-quang-binh"}],"technician":{"personId":"p-tech"}},{"bridgeId":"chau-doc","name":"Điểm cầu thành phố Châu Đốc","shortName":"thành phố Châu Đốc","tier":2,"parentId":"an-giang","order":3,"region":null,"room":null,"chairs":[{"personId":"p-chau-doc"}],"technician":{"personId":"p-tech"}}]}', x'a8369e19dbdbfc7fa742a555a5e84007b16124b5f038e69caf0e2a34e88fdf5d');
INSERT INTO event VALUES ('hn', 3, 1632963600000, '{"seat":"secretariat","session":"thu-ky","bridgeId":null}', 'conferenceOpened', 1, '{"at":1632963600000}', x'4fa6feee7b8c3bea230f7baf024c9b4eecb7e69109125935c9ba538476f1473e');
INSERT INTO event VALUES ('hn', 4, 1632963600000, '{"seat":"secretariat","session":"thu-ky","bridgeId":null}', 'delegatesRegistered', 1, '{"at":1632963600000,"bridgeId":"an-giang","delegates":[{"delegateId":"0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a01"},{"delegateId":"0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a02"}]}', x'f52f5889441888161272dcf3b1e67872f3358b2d7d98abf04bac700bf67f7a7c');
INSERT INTO event VALUES ('hn', 5, 1632963600000, '{"seat":"secretariat","session":"thu-ky","bridgeId":null}', 'delegatesRegistered', 1, '{"at":1632963600000,"bridgeId":"quang-binh","delegates":[{"delegateId":"0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a03"}]}', x'8c258736938cb923e4887dcbd213710e75c23f3134cebaf79b2c288e59401aa4');
INSERT INTO event VALUES ('hn', 6, 1632963600005, '{"seat":"secretariat","session":"thu-ky","bridgeId":null}', 'delegateCheckedIn', 1, '{"at":1632963600005,"bridgeId":"an-giang","delegateId":"0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a01","was":"unmarked"}', x'f75281998b7300b116b1db8a3f5661aed43ecc23859fc3bd715d73dfcb045f0b');
INSERT INTO event VALUES ('hn', 7, 1632963600006, '{"seat":"secretariat","session":"thu-ky","bridgeId":null}', 'delegateMarkedAbsent', 1, '{"at":1632963600006,"bridgeId":"an-giang","delegateId":"0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a02","was":"unmarked","excused":true}', x'2c69b6e3f085342194b6bcfd58af1f1a2ec5eac0a7acdb3aae239ce0e6af10ca');
INSERT INTO event VALUES ('khac', 1, 1632963600000, '{"seat":"secretariat","session":"thu-ky","bridgeId":null}', 'conferenceCreated', 1, '{"at":1632963600000,"details":{"title":"Hội nghị giao ban quý III năm 2021","kind":"periodicBriefing","level":"nationalSector","form":"hybrid","periodReviewed":"quý III/2021","periodPlanned":"quý IV/2021","date":"2021-09-30","organiser":"Ban Tổ chức Trung ương"}}', x'efb7fb482719d0d7cc031387dbdc2cd6a6b54500e67ddce40fd754b86ee7ffff');
INSERT INTO event VALUES ('khac', 2, 1632963600000, '{"seat":"secretariat","session":"thu-ky","bridgeId":null}', 'bridgesAdded', 2, '{"at":1632963600000,"bridges":[{"bridgeId":"trung-uong","name":"Điểm cầu Trung ương","shortName":"Trung ương","tier":0,"parentId":null,"order":0,"region":null,"room":null,"chairs":[{"personId":"p-trung-uong"}],"technician":{"personId":"p-tech"}},{"bridgeId":"an-giang","name":"Điểm cầu tỉnh An Giang","shortName":"tỉnh An Giang","tier":1,"parentId":null,"order":1,"region":null,"room":null,"chairs":[{"personId":"p-an-giang"}],"technician":{"personId":"p-tech"}},{"bridgeId":"quang-binh","name":"Điểm cầu tỉnh Quảng Bình","shortName":"tỉnh Quảng Bình","tier":1,"parentId":null,"order":2,"region":null,"room":null,"chairs":[{"personId":"p-quang-binh"}],"technician":{"personId":"p-tech"}},{"bridgeId":"chau-doc","name":"Điểm cầu thành phố Châu Đốc","shortName":"thành phố Châu Đốc","tier":2,"parentId":"an-giang","order":3,"region":null,"room":null,"chairs":[{"personId":"p-chau-doc"}],"technician":{"personId":"p-tech"}}]}', x'0a62de9057d053b6fd066d0b524ecdfa44c38f29995c665c6a4e4f39596db17c');
INSERT INTO event VALUES ('khac', 3, 1632963600000, '{"seat":"secretariat","session":"thu-ky","bridgeId":null}', 'conferenceOpened', 1, '{"at":1632963600000}', x'8ef11f1a274c1d2fcedac2e3355200384f3f50875a3e84da738047d33fa23cdb');
INSERT INTO event VALUES ('khac', 4, 1632963600000, '{"seat":"secretariat","session":"thu-ky","bridgeId":null}', 'delegatesRegistered', 1, '{"at":1632963600000,"bridgeId":"an-giang","delegates":[{"delegateId":"0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a01"},{"delegateId":"0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a02"}]}', x'54cc1de2be5888ea0770926144c3e00199d0d02b1b49486b7220573552dc7049');
INSERT INTO event VALUES ('khac', 5, 1632963600000, '{"seat":"secretariat","session":"thu-ky","bridgeId":null}', 'delegatesRegistered', 1, '{"at":1632963600000,"bridgeId":"quang-binh","delegates":[{"delegateId":"0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a03"}]}', x'ce785263d42918718f31316f6f41b2f08fd8ffada31c0188c4170356cd30fe51');
INSERT INTO event VALUES ('khac', 6, 1632963600005, '{"seat":"secretariat","session":"thu-ky","bridgeId":null}', 'delegateCheckedIn', 1, '{"at":1632963600005,"bridgeId":"an-giang","delegateId":"0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a01","was":"unmarked"}', x'2eeeec8c37c9269f4361da7a03ef43d3eeca69259eae4f6bba26c87625c703ac');
INSERT INTO event VALUES ('khac', 7, 1632963600006, '{"seat":"secretariat","session":"thu-ky","bridgeId":null}', 'delegateMarkedAbsent', 1, '{"at":1632963600006,"bridgeId":"an-giang","delegateId":"0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a02","was":"unmarked","excused":true}', x'bfa150e433c77f57bcffc4c0a808c92deb6fcfc83b10e30833d3c786075b68b0');
INSERT INTO person VALUES ('hn', 'p-an-giang', '{"fullName":null,"positions":["Chủ trì tỉnh An Giang"]}');
INSERT INTO person VALUES ('hn', 'p-chau-doc', '{"fullName":null,"positions":["Chủ trì thành phố Châu Đốc"]}');
INSERT INTO person VALUES ('hn', 'p-quang-binh', '{"fullName":null,"positions":["Chủ trì tỉnh Quảng Bình"]}');
INSERT INTO person VALUES ('hn', 'p-tech', '{"fullName":"Kỹ thuật viên","positions":[],"phone":"0900 000 001"}');
INSERT INTO person VALUES ('hn', 'p-trung-uong', '{"fullName":null,"positions":["Chủ trì Trung ương"]}');
INSERT INTO person VALUES ('khac', 'p-an-giang', '{"fullName":null,"positions":["Chủ trì tỉnh An Giang"]}');
INSERT INTO person VALUES ('khac', 'p-chau-doc', '{"fullName":null,"positions":["Chủ trì thành phố Châu Đốc"]}');
INSERT INTO person VALUES ('khac', 'p-quang-binh', '{"fullName":null,"positions":["Chủ trì tỉnh Quảng Bình"]}');
INSERT INTO person VALUES ('khac', 'p-tech', '{"fullName":"Kỹ thuật viên","positions":[],"phone":"0900 000 001"}');
INSERT INTO person VALUES ('khac', 'p-trung-uong', '{"fullName":null,"positions":["Chủ trì Trung ương"]}');
INSERT INTO delegate VALUES (1, 'hn', '0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a01', 'an-giang', ' tran thi ngoc anh bi thu dang uy tinh uy an giang uy vien ban chap hanh', '{"delegateId":"0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a01","personId":"p-0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a01","bridgeId":"an-giang","fullName":"Trần Thị Ngọc Ánh","positions":["Bí thư Đảng ủy"],"category":"Ủy viên Ban Chấp hành","homeUnit":"Tỉnh ủy An Giang","mark":"present","markedAt":1632963600005,"absenceReason":null}');
INSERT INTO delegate VALUES (2, 'hn', '0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a02', 'an-giang', ' dang van giau chanh van phong nguyen bi thu huyen uy thanh uy khach moi', '{"delegateId":"0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a02","personId":"p-0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a02","bridgeId":"an-giang","fullName":"Đặng Văn Giàu","positions":["Chánh Văn phòng","Nguyên Bí thư Huyện ủy"],"category":"Khách mời","homeUnit":"Thành ủy","mark":"absentExcused","markedAt":1632963600006,"absenceReason":"Đi công tác"}');
INSERT INTO delegate VALUES (3, 'hn', '0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a03', 'quang-binh', ' truong ban to chuc tinh uy dai bieu', '{"delegateId":"0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a03","personId":"p-0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a03","bridgeId":"quang-binh","fullName":null,"positions":["Trưởng Ban Tổ chức"],"category":"Đại biểu","homeUnit":"Tỉnh ủy","mark":"unmarked","markedAt":null,"absenceReason":null}');
INSERT INTO delegate VALUES (4, 'khac', '0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a01', 'an-giang', ' tran thi ngoc anh bi thu dang uy tinh uy an giang uy vien ban chap hanh', '{"delegateId":"0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a01","personId":"p-0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a01","bridgeId":"an-giang","fullName":"Trần Thị Ngọc Ánh","positions":["Bí thư Đảng ủy"],"category":"Ủy viên Ban Chấp hành","homeUnit":"Tỉnh ủy An Giang","mark":"present","markedAt":1632963600005,"absenceReason":null}');
INSERT INTO delegate VALUES (5, 'khac', '0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a02', 'an-giang', ' dang van giau chanh van phong nguyen bi thu huyen uy thanh uy khach moi', '{"delegateId":"0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a02","personId":"p-0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a02","bridgeId":"an-giang","fullName":"Đặng Văn Giàu","positions":["Chánh Văn phòng","Nguyên Bí thư Huyện ủy"],"category":"Khách mời","homeUnit":"Thành ủy","mark":"absentExcused","markedAt":1632963600006,"absenceReason":"Đi công tác"}');
INSERT INTO delegate VALUES (6, 'khac', '0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a03', 'quang-binh', ' truong ban to chuc tinh uy dai bieu', '{"delegateId":"0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a03","personId":"p-0b9d7c1e-53a4-4f0e-9c7d-2f1f6f6f1a03","bridgeId":"quang-binh","fullName":null,"positions":["Trưởng Ban Tổ chức"],"category":"Đại biểu","homeUnit":"Tỉnh ủy","mark":"unmarked","markedAt":null,"absenceReason":null}');
INSERT INTO opening VALUES (1795347215654);
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
PRAGMA user_version = 2;
