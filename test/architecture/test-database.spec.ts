import pg from 'pg';
import { freshDatabase } from '../support/database.js';

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('the test database', () => {
  it('is a real PostgreSQL, empty, and gone when dropped', async () => {
    const database = await freshDatabase();

    expect(
      await query(database.url, `SELECT count(*)::int AS tables FROM pg_tables WHERE schemaname = 'public'`),
    ).toEqual([{ tables: 0 }]);

    await database.drop();
    await expect(query(database.url, 'SELECT 1')).rejects.toMatchObject({ code: '3D000' });
  });

  it('is another one for each that asks', async () => {
    const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
    await query(one.url, 'CREATE TABLE only_here (id int)');

    await expect(query(other.url, 'SELECT * FROM only_here')).rejects.toMatchObject({ code: '42P01' });

    await Promise.all([one.drop(), other.drop()]);
  });
});
