import { getPolicyChange, policyChangeActions } from '@grid-relief/shared-types/quarantine/policy-change.contract';
import type { PolicyChangeView } from '@grid-relief/shared-types/quarantine/policy-change.schema';
import { FailedRead, RefusedWords, useRead } from '@/api';
import { usePageParams } from '@/platform';
import { useText } from '@/text';
import { policyText } from '@/text/policies';
import {
  BottomBar,
  Button,
  Card,
  Line,
  NetworkBanner,
  Page,
  Rows,
  Skeleton,
  StatusChip,
  useTimeWords,
  Words,
} from '@/ui';
import { changeLines, stateWords } from './change-words';
import { LongerList } from './longer-list';
import { PreviewCard } from './preview-card';
import { WantedSet } from './set-in-words';
import { useDecide } from './use-decide';

/** One change of policy: what it does, how many it moves, who would stay longer, and the decision. */
export function ChangeScreen() {
  const t = useText(policyText);
  const { id = '' } = usePageParams();
  const { data, problem, isLoading, refresh } = useRead(getPolicyChange, { params: { id } }, { everySeconds: 15 });
  return (
    <Page
      title={t('change-title')}
      banner={<NetworkBanner />}
      bottom={data && data.actions.length > 0 ? <Decisions change={data} /> : undefined}
    >
      <Rows>
        {isLoading && <Skeleton rows={3} height={160} />}
        {data === undefined && <FailedRead of={{ problem, refresh }} />}
        {data && <What change={data} />}
        {data?.set && <WantedSet set={data.set} />}
        {data?.preview && <PreviewCard preview={data.preview} />}
        {data?.applied && <Applied applied={data.applied} />}
        {data?.preview && data.preview.lengthen > 0 && <LongerList change={data} />}
      </Rows>
    </Page>
  );
}

const look: Readonly<Record<string, { icon: 'edit' | 'clock' | 'check' | 'cross'; tone: 'amber' | 'leaf' | 'quiet' }>> =
  {
    APPROVED: { icon: 'clock', tone: 'amber' },
    APPLIED: { icon: 'check', tone: 'leaf' },
    CANCELLED: { icon: 'cross', tone: 'quiet' },
  };

function What({ change }: { readonly change: PolicyChangeView }) {
  const t = useText(policyText);
  const time = useTimeWords();
  const { state, words, preparedBy, createdAt, approvedBy, takesEffectAt, from } = change;
  const at = takesEffectAt ?? from;
  const { icon, tone } = look[state] ?? { icon: 'edit', tone: 'amber' };
  return (
    <Card>
      <Rows gap={2}>
        <Line>
          <StatusChip icon={icon} tone={tone} label={stateWords(t, state)} />
        </Line>
        {changeLines(t, change).map((line) => (
          <Words key={line} size={5} strong block>
            {line}
          </Words>
        ))}
        {words !== undefined && <Words block>{words}</Words>}
        <Words tone="quiet" block>
          {t('prepared-by', { name: preparedBy, time: time(new Date(createdAt)) })}
        </Words>
        {approvedBy !== undefined && (
          <Words tone="quiet" block>
            {t('approved-by', { name: approvedBy })}
          </Words>
        )}
        {at !== undefined && (
          <Words tone="quiet" block>
            {t('effect-at', { time: time(new Date(at)) })}
          </Words>
        )}
      </Rows>
    </Card>
  );
}

function Applied({
  applied: { done, keptOldEnd, waiting },
}: {
  readonly applied: NonNullable<PolicyChangeView['applied']>;
}) {
  const t = useText(policyText);
  return (
    <Card tone={waiting ? 'amber' : 'leaf'}>
      <Words block strong>
        {t(waiting ? 'applied-waiting' : 'applied-done', { count: done })}
      </Words>
      {keptOldEnd > 0 && <Words block>{t('applied-kept', { count: keptOldEnd })}</Words>}
    </Card>
  );
}

function Decisions({ change }: { readonly change: PolicyChangeView }) {
  const t = useText(policyText);
  const time = useTimeWords();
  const { decide, isBusy, problem } = useDecide(change);
  const may = (action: string) => change.actions.includes(action);
  const approve = change.from ? t('approve-later', { time: time(new Date(change.from)) }) : t('approve');
  return (
    <>
      <RefusedWords of={problem} />
      <BottomBar
        main={
          may('approve') ? (
            <Button
              look="main"
              label={approve}
              busy={isBusy}
              onPress={() => void decide(policyChangeActions.approve)}
            />
          ) : may('preview') ? (
            <Button
              look="main"
              label={t('look-first')}
              busy={isBusy}
              onPress={() => void decide(policyChangeActions.preview)}
            />
          ) : (
            <CancelButton isBusy={isBusy} onPress={decide} />
          )
        }
        quiet={may('approve') || may('preview') ? <CancelButton isBusy={isBusy} onPress={decide} /> : undefined}
      />
    </>
  );
}

type CancelProps = { readonly isBusy: boolean; readonly onPress: ReturnType<typeof useDecide>['decide'] };

function CancelButton({ isBusy, onPress }: CancelProps) {
  const t = useText(policyText);
  const cancel = () => onPress(policyChangeActions.cancel, { reason: { code: 'NOT_WANTED' } });
  return <Button look="danger" label={t('cancel')} busy={isBusy} onPress={() => void cancel()} />;
}
