-- CalendarSync's records on PostgreSQL 13 or newer. Run as often as you like.
-- Keys are bytes, so that they are compared as bytes whatever the collation, and may hold NUL.
-- record_key is collection, partition and id in one: a look-up has one index to use, whatever the planner knows.
-- at and until are microseconds since 1970-01-01T00:00Z: to_timestamp(at / 1e6) shows them.
create table if not exists calendarsync_record (
    record_key  bytea  not null,
    collection  bytea  not null,
    part        bytea  not null,
    version     bigint not null,
    at          bigint not null,
    until       bigint not null,
    fingerprint bytea  not null,
    payload     bytea  not null,
    constraint calendarsync_record_pk primary key (record_key)
);
-- Scans of a collection, such as what is due.
create index if not exists calendarsync_record_by_at on calendarsync_record (collection, at, part, record_key);
-- Scans of one partition, such as the events of a calendar.
create index if not exists calendarsync_record_by_part on calendarsync_record (collection, part, at, record_key);
