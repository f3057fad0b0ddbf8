import { countyPolicy } from '@grid-relief/shared-types/quarantine/policy.contract';
import { useState } from 'react';
import { FailedRead, useHolds, useRead } from '@/api';
import { useText } from '@/text';
import { policyText } from '@/text/policies';
import { Card, NetworkBanner, Page, Rows, Skeleton, useTimeWords, Words } from '@/ui';
import { ChangesList } from './changes-list';
import { PolicyTable } from './policy-table';
import { RiskList } from './risk-list';
import type { PlannedStep } from './risk-steps';
import { setName } from './rule-words';
import { SetChoice } from './set-choice';
import { StepsToTake } from './steps-to-take';

/** By what the county judges, in plain words; whoever prepares changes puts steps together here. */
export function PolicyScreen() {
  const t = useText(policyText);
  const { data, problem, isLoading, refresh } = useRead(countyPolicy, {});
  const prepares = useHolds()(['COUNTY_DISPATCHER']);
  const [steps, setSteps] = useState<readonly PlannedStep[]>([]);
  const add = (step: PlannedStep) => setSteps([...steps, step]);
  return (
    <Page title={t('title')} wide banner={<NetworkBanner />}>
      <Rows>
        <StepsToTake steps={steps} onChange={setSteps} />
        {isLoading && <Skeleton rows={3} height={160} />}
        {data === undefined && <FailedRead of={{ problem, refresh }} />}
        {data && <NowBy policy={data} />}
        {data && <PolicyTable set={data.set} />}
        {data && prepares && <SetChoice now={data.id} />}
        <RiskList onStep={prepares ? add : undefined} />
        <ChangesList />
      </Rows>
    </Page>
  );
}

type NowProps = { readonly policy: NonNullable<ReturnType<typeof useRead<typeof countyPolicy>>['data']> };

function NowBy({ policy: { set, from, next } }: NowProps) {
  const t = useText(policyText);
  const time = useTimeWords();
  // the first set has no beginning that anybody would remember
  const isFirst = new Date(from).getTime() === 0;
  return (
    <Card tone="leaf">
      <Words tone="quiet" block>
        {t('now-by')}
      </Words>
      <Words size={4} strong block>
        {t('set-name', { name: setName(t, set.code), version: set.version })}
      </Words>
      {!isFirst && <Words block>{t('since', { time: time(new Date(from)) })}</Words>}
      {next && (
        <Words tone="amber" block>
          {t('next-set', { time: time(new Date(next.from)), name: setName(t, next.code) })}
        </Words>
      )}
    </Card>
  );
}
