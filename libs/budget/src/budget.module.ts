import { Module } from '@nestjs/common';
import { AdoptBudgetHandler } from './adopt-budget/adopt-budget.handler.js';
import { AdoptBudgetHttp } from './adopt-budget/adopt-budget.http.js';
import { AdoptInvestmentsHandler } from './adopt-investments/adopt-investments.handler.js';
import { AdoptInvestmentsHttp } from './adopt-investments/adopt-investments.http.js';
import { AmendBudgetHandler } from './amend-budget/amend-budget.handler.js';
import { AmendBudgetHttp } from './amend-budget/amend-budget.http.js';
import { CiteBudgetFactHandler } from './cite-fact/cite-fact.handler.js';
import { CiteBudgetFactHttp } from './cite-fact/cite-fact.http.js';
import { CompareBudgetsQueryHandler } from './compare-budgets/compare-budgets.handler.js';
import { CompareBudgetsHttp } from './compare-budgets/compare-budgets.http.js';
import { DrawReserveHandler } from './draw-reserve/draw-reserve.handler.js';
import { DrawReserveHttp } from './draw-reserve/draw-reserve.http.js';
import { ExplainGrantChangeHandler } from './explain-grant-change/explain-grant-change.handler.js';
import { ExplainGrantChangeHttp } from './explain-grant-change/explain-grant-change.http.js';
import { BudgetCommands } from './fiscal-year/budget-commands.adapter.js';
import { MoveReserveHandler } from './move-reserve/move-reserve.handler.js';
import { MoveReserveHttp } from './move-reserve/move-reserve.http.js';
import { ReallocateHandler } from './reallocate/reallocate.handler.js';
import { ReallocateHttp } from './reallocate/reallocate.http.js';
import { ReclassifyHandler } from './reclassify/reclassify.handler.js';
import { ReclassifyHttp } from './reclassify/reclassify.http.js';
import { SetReserveHandler } from './set-reserve/set-reserve.handler.js';
import { SetReserveHttp } from './set-reserve/set-reserve.http.js';
import { BudgetQueryHandler } from './view-budget/view-budget.handler.js';
import { BudgetHttp } from './view-budget/view-budget.http.js';
import { BudgetHistoryQueryHandler } from './view-history/view-history.handler.js';
import { BudgetHistoryHttp } from './view-history/view-history.http.js';

/** The slices of budgets. */
@Module({
  controllers: [
    AdoptBudgetHttp,
    AmendBudgetHttp,
    ReallocateHttp,
    ExplainGrantChangeHttp,
    SetReserveHttp,
    MoveReserveHttp,
    DrawReserveHttp,
    ReclassifyHttp,
    AdoptInvestmentsHttp,
    CiteBudgetFactHttp,
    CompareBudgetsHttp,
    BudgetHttp,
    BudgetHistoryHttp,
  ],
  providers: [
    BudgetCommands,
    AdoptBudgetHandler,
    AmendBudgetHandler,
    ReallocateHandler,
    ExplainGrantChangeHandler,
    SetReserveHandler,
    MoveReserveHandler,
    DrawReserveHandler,
    ReclassifyHandler,
    AdoptInvestmentsHandler,
    CiteBudgetFactHandler,
    CompareBudgetsQueryHandler,
    BudgetQueryHandler,
    BudgetHistoryQueryHandler,
  ],
})
export class BudgetModule {}
