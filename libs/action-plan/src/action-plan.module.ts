import { Module } from '@nestjs/common';
import { AddMeasureHandler } from './add-measure/add-measure.handler.js';
import { AddMeasureHttp } from './add-measure/add-measure.http.js';
import { AdoptActionPlanHandler } from './adopt-action-plan/adopt-action-plan.handler.js';
import { AdoptActionPlanHttp } from './adopt-action-plan/adopt-action-plan.http.js';
import { CancelMeasureHandler } from './cancel-measure/cancel-measure.handler.js';
import { CancelMeasureHttp } from './cancel-measure/cancel-measure.http.js';
import { ChangeMeasureHandler } from './change-measure/change-measure.handler.js';
import { ChangeMeasureHttp } from './change-measure/change-measure.http.js';
import { CitePlanFactHandler } from './cite-fact/cite-fact.handler.js';
import { CitePlanFactHttp } from './cite-fact/cite-fact.http.js';
import { CompleteMeasureHandler } from './complete-measure/complete-measure.handler.js';
import { CompleteMeasureHttp } from './complete-measure/complete-measure.http.js';
import { ActionPlansQueryHandler } from './list-action-plans/list-action-plans.handler.js';
import { ActionPlansHttp } from './list-action-plans/list-action-plans.http.js';
import { PlanCommands } from './plan/plan-commands.adapter.js';
import { ReportProgressHandler } from './report-progress/report-progress.handler.js';
import { ReportProgressHttp } from './report-progress/report-progress.http.js';
import { ReviseActionPlanHandler } from './revise-action-plan/revise-action-plan.handler.js';
import { ReviseActionPlanHttp } from './revise-action-plan/revise-action-plan.http.js';
import { ActionPlanQueryHandler } from './view-action-plan/view-action-plan.handler.js';
import { ActionPlanHttp } from './view-action-plan/view-action-plan.http.js';
import { ActionPlanHistoryQueryHandler } from './view-history/view-history.handler.js';
import { ActionPlanHistoryHttp } from './view-history/view-history.http.js';

/** The slices of action plans. */
@Module({
  controllers: [
    AdoptActionPlanHttp,
    AddMeasureHttp,
    ChangeMeasureHttp,
    ReportProgressHttp,
    CompleteMeasureHttp,
    CancelMeasureHttp,
    ReviseActionPlanHttp,
    CitePlanFactHttp,
    ActionPlansHttp,
    ActionPlanHttp,
    ActionPlanHistoryHttp,
  ],
  providers: [
    PlanCommands,
    AdoptActionPlanHandler,
    AddMeasureHandler,
    ChangeMeasureHandler,
    ReportProgressHandler,
    CompleteMeasureHandler,
    CancelMeasureHandler,
    ReviseActionPlanHandler,
    CitePlanFactHandler,
    ActionPlansQueryHandler,
    ActionPlanQueryHandler,
    ActionPlanHistoryQueryHandler,
  ],
})
export class ActionPlanModule {}
