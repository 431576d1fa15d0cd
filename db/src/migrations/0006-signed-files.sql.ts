export const addSignedFiles = `
create table registry.document_file (           -- what was handed out: pages as they were signed, by their hash
  sha256      text primary key,                -- hex, over content
  content     bytea not null,                  -- PDF with a PAdES signature
  created_at  timestamptz not null default now()
);

-- Drawn and signed when it is first opened, the same bytes for ever after.
alter table registry.document add column file_sha256 text references registry.document_file (sha256);

-- Printed for a resident on demand, by no report.
alter table registry.document alter column report_id drop not null;
alter table registry.document add column resident_id uuid;
alter table registry.document add column area_code text;
alter table registry.document add constraint document_has_origin
  check (report_id is not null or (resident_id is not null and area_code is not null));
create index document_resident on registry.document (resident_id) where resident_id is not null;
create index document_card on registry.document ((about ->> 'card'), issued_at) where kind = 'kk';
`;
