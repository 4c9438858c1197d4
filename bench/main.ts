import { benchAppend } from './append.js';
import { startPostgres } from './postgres.js';

const postgres = await startPostgres();
try {
  await benchAppend(postgres);
} finally {
  await postgres.stop();
}
