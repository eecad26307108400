-- CalendarSync's records on H2 2.3 or newer. Run as often as you like.
-- Keys are bytes, so that they are compared as bytes whatever the collation, and may hold NUL.
-- record_key is collection, partition and id in one: a look-up has one index to use, whatever the planner knows.
-- at and until are microseconds since 1970-01-01T00:00Z.
create table if not exists calendarsync_record (
    record_key  varbinary(767)     not null,
    collection  varbinary(255)     not null,
    part        varbinary(255)     not null,
    version     bigint             not null,
    at          bigint             not null,
    until       bigint             not null,
    fingerprint varbinary(255)     not null,
    payload     varbinary(1048576) not null,
    primary key (record_key)
);
-- Scans of a collection, such as what is due.
create index if not exists calendarsync_record_by_at on calendarsync_record (collection, at, part, record_key);
-- Scans of one partition, such as the events of a calendar.
create index if not exists calendarsync_record_by_part on calendarsync_record (collection, part, at, record_key);
