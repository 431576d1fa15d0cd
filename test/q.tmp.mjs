import pg from 'pg'; import fs from 'fs';
const s=JSON.parse(fs.readFileSync('/work/main/.lampid-test/stack/stack.json'));
const c=new pg.Client({connectionString:process.argv[3]==='e'?s.env.ENGINE_DATABASE_URL:s.env.DATABASE_URL}); await c.connect(); console.table((await c.query(process.argv[2])).rows); await c.end();
