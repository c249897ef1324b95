import { useMemo, useRef } from 'react';
import { useDebounce } from '@strapi/strapi/admin';
import type { PlanPreview } from '../../../../contracts/plan';
import type { ReadPlan } from '../../plan/readPlan';
import { failureOf } from '../../services/failure';
import type { Failure } from '../../services/failure';
import { usePreviewPlanQuery } from '../../services/plan';
import type { PreviewBody } from '../../services/plan';

export interface Preview {
  /** The last plan that could be made; it stays while another is on its way or what is typed cannot be one. */
  plan: PlanPreview | undefined;
  /** What is typed is no longer what `plan` shows. */
  stale: boolean;
  /** Why the server can make no plan of what is typed. */
  failure: Failure | null;
}

const PAUSE = 250;

/** The rows as the server would save them, asked for when typing pauses; of several answers the last one counts. */
export const usePlanPreview = (read: ReadPlan, institution: string | null): Preview => {
  const wanted = useMemo<PreviewBody | null>(
    () => (read.ok ? ({ ...read.plan, institution } satisfies PreviewBody) : null),
    [read, institution],
  );
  const asked = useDebounce(wanted, PAUSE);
  const last = useRef<PreviewBody>();
  if (asked) last.current = asked;

  const { data, error, isFetching } = usePreviewPlanQuery(last.current as PreviewBody, { skip: !last.current });
  const failure = useMemo(() => (error ? failureOf(error) : null), [error]);
  const current = wanted !== null && wanted === asked && !isFetching;
  return { plan: data, stale: !current || failure !== null, failure: wanted !== null && !isFetching ? failure : null };
};
