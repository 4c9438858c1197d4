import { readFileSync } from 'node:fs';

// Sums Jest's JSON results into the closing line of a continuous integration run, `N passed, N failed`.
// A failed step, a suite that did not load, and a run without tests count as failures: none of them may look green.
const [failedSteps, ...files] = process.argv.slice(2);
const runs = files.flatMap((file) => {
  try {
    return [JSON.parse(readFileSync(file, 'utf8'))];
  } catch {
    return [];
  }
});
const sum = (field) => runs.reduce((total, run) => total + run[field], 0);

const passed = sum('numPassedTests');
const failedTests = sum('numFailedTests') + sum('numRuntimeErrorTestSuites');
const pending = sum('numPendingTests') + sum('numTodoTests');
// The test step itself fails when a test does; that must not count twice.
const failed = Math.max(failedTests, Number(failedSteps), passed === 0 ? 1 : 0);

console.log(`${passed} passed, ${failed} failed${pending > 0 ? `, ${pending} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
