import type { InvestmentCategory } from './investment-events.js';

/** As within a sentence. */
export const investmentsInSwedish: Readonly<Record<InvestmentCategory, string>> = {
  expansion: 'expansionsinvesteringar',
  image: 'imageinvesteringar',
  reinvestment: 'reinvesteringar',
  adaptation: 'anpassningsinvesteringar',
};
