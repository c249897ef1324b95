import { useMemo, useRef } from 'react';
import { useDebounce } from '@strapi/strapi/admin';
import type { PlanPartInput, PlanPreview } from '../../../../contracts/plan';
import type { PlanKind } from '../../plan/draft';
import type { ReadPlan } from '../../plan/readPlan';
import { failureOf } from '../../services/failure';
import type { Failure } from '../../services/failure';
import { usePreviewPlanQuery } from '../../services/plan';
import type { PreviewBody } from '../../services/plan';

export interface Preview {
  /** The last plan of this kind that could be made; it stays while another is on its way or what is typed cannot be one. */
  plan: PlanPreview | undefined;
  /** What is typed is no longer what `plan` shows. */
  stale: boolean;
  /** No plan can be made of what is typed: `plan` is that of before. */
  outdated: boolean;
  /** Why the server can make no plan of what is typed. */
  failure: Failure | null;
}

const PAUSE = 250;

/** Codes move no date and no amount; the form judges them itself, so that one that is half typed takes no row away. */
const withoutCodes = (plan: PlanPartInput): PlanPartInput =>
  plan.kind === 'manual'
    ? { ...plan, instalments: plan.instalments.map(({ paymentCode: _code, ...row }) => row) }
    : plan;

/**
 * The rows as the server would save them, asked for when typing pauses; of several answers the last one counts. The rows
 * of another kind of plan are no answer.
 */
export const usePlanPreview = (read: ReadPlan, institution: string | null, kind: PlanKind): Preview => {
  const wanted = useMemo<PreviewBody | null>(
    () => (read.ok ? ({ ...withoutCodes(read.plan), institution } satisfies PreviewBody) : null),
    [read, institution],
  );
  const asked = useDebounce(wanted, PAUSE);
  const last = useRef<PreviewBody>();
  if (asked) last.current = asked;

  const { currentData, error, isFetching } = usePreviewPlanQuery(last.current as PreviewBody, { skip: !last.current });
  const made = useRef<{ kind: PlanKind; plan: PlanPreview }>();
  if (currentData && last.current) made.current = { kind: last.current.kind, plan: currentData };
  const failure = useMemo(() => (error ? failureOf(error) : null), [error]);
  const current = wanted !== null && wanted === asked && !isFetching;
  const plan = made.current?.kind === kind ? made.current.plan : undefined;
  const refused = wanted !== null && !isFetching ? failure : null;
  return {
    plan,
    stale: !current || failure !== null,
    outdated: plan !== undefined && (wanted === null || refused !== null),
    failure: refused,
  };
};
