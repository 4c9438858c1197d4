import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';

/** The read models were folded from another log: their checkpoints would be misread as places in this one. */
export class OtherLogError extends Error {
  constructor(
    readonly log: string,
    readonly sourceLog: string,
  ) {
    super(`The read models were folded from the log "${sourceLog}" and cannot go on from the log "${log}".`);
    this.name = 'OtherLogError';
  }
}

/** The log that stands in the read models' own database, and is moved and restored together with them. */
export const ownDatabaseLog = 'own database';

/** Read models that are there already were folded from the log beside them: there was no other. */
export class RememberSourceLog1795478400000 implements MigrationInterface {
  readonly name = 'RememberSourceLog1795478400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE read_model.source_log (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        log text NOT NULL
      )`);
    await runner.query(
      'INSERT INTO read_model.source_log (log) SELECT $1 WHERE EXISTS (SELECT FROM read_model.checkpoint)',
      [ownDatabaseLog],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE read_model.source_log');
  }
}

/**
 * Binds the database's read models to the log that they are folded from, the first one that claims them. Throws
 * {@link OtherLogError} where that was another one. Comes before any of them is read or written.
 */
export async function claimReadModels(dataSource: DataSource, log: string): Promise<void> {
  await dataSource.query('INSERT INTO read_model.source_log (log) VALUES ($1) ON CONFLICT DO NOTHING', [log]);
  const rows = await dataSource.query<{ log: string }[]>('SELECT log FROM read_model.source_log');
  const [source] = rows;
  if (source?.log !== log) throw new OtherLogError(log, source?.log ?? '');
}
