-- merge items and sign-in times
-- revision: c0ffee12ab34
-- parents: 1f2e3d4c5b6a, 9a8b7c6d5e4f
-- created: 2026-11-22T16:12:00Z

-- migrate:up

-- migrate:down
