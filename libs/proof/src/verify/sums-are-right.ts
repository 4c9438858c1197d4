import { sumLine } from '../bundle/sums.js';
import { sumsName } from '../bundle/names.js';
import type { BundleReader } from './bundle-reader.js';
import { fail } from './failure.js';

/** The sums with which a bundle ends, for whoever unpacks it, are those of the entries before them. */
export async function sumsAreRight(bundle: BundleReader): Promise<void> {
  const made = bundle.sums.map(sumLine);
  const given = await bundle.text(sumsName);
  if (given === made.join('')) return;
  const lines = given.split(/(?<=\n)/);
  const first = made.findIndex((line, n) => line !== lines[n]);
  fail('sums-differ', { entry: bundle.sums[first]?.name ?? sumsName });
}
