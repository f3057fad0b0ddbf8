import { getAreaChange } from '@grid-relief/shared-types/areas/area-change.contract';
import type { AreaChangeView } from '@grid-relief/shared-types/areas/area-change.schema';
import { FailedRead, useRead } from '@/api';
import { usePageParams } from '@/platform';
import { useText } from '@/text';
import { areaChangesText } from '@/text/area-changes';
import { Card, type IconName, Line, NetworkBanner, Page, Rows, Skeleton, StatusChip, useTimeWords, Words } from '@/ui';
import { changeLine, stateWords } from './change-words';
import { Decisions } from './decisions';
import { PreviewCard } from './preview-card';

/** One change of the area tree: what it does, what it moves, and the decision. */
export function AreaChangeScreen() {
  const t = useText(areaChangesText);
  const { id = '' } = usePageParams();
  const { data, problem, isLoading, refresh } = useRead(getAreaChange, { params: { id } }, { everySeconds: 15 });
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
        {data?.moved && <Moved moved={data.moved} />}
        {data?.preview && <PreviewCard preview={data.preview} />}
      </Rows>
    </Page>
  );
}

type Look = { readonly icon: IconName; readonly tone: 'amber' | 'leaf' | 'quiet' };
const looks: Readonly<Record<string, Look>> = {
  SCHEDULED: { icon: 'clock', tone: 'amber' },
  APPLIED: { icon: 'check', tone: 'leaf' },
  FINAL: { icon: 'check', tone: 'leaf' },
  REVERTED: { icon: 'undo', tone: 'quiet' },
  CANCELLED: { icon: 'cross', tone: 'quiet' },
};

function What({ change }: { readonly change: AreaChangeView }) {
  const t = useText(areaChangesText);
  const time = useTimeWords();
  const { state, words, preparedBy, createdAt, scheduledBy, at, revertUntil, into } = change;
  const { icon, tone } = looks[state] ?? { icon: 'edit', tone: 'amber' };
  const inWords = (instant: string) => time(new Date(instant));
  return (
    <Card>
      <Rows gap={2}>
        <Line>
          <StatusChip icon={icon} tone={tone} label={stateWords(t, state)} />
        </Line>
        <Words size={5} strong block>
          {changeLine(t, change)}
        </Words>
        {into
          .filter(({ parts }) => parts.length > 0)
          .map(({ area, name, parts }) => (
            <Words key={area} block>
              {t('parts', { name, parts: parts.map((part) => part.name).join(t('list-mark')) })}
            </Words>
          ))}
        {words !== undefined && <Words block>{words}</Words>}
        <Words tone="quiet" block>
          {t('prepared-by', { name: preparedBy, time: inWords(createdAt) })}
        </Words>
        {scheduledBy !== undefined && (
          <Words tone="quiet" block>
            {t('scheduled-by', { name: scheduledBy })}
          </Words>
        )}
        {at !== undefined && <Words block>{t('at-time', { time: inWords(at) })}</Words>}
        {revertUntil !== undefined && (
          <Words tone="quiet" block>
            {t('revert-hint', { time: inWords(revertUntil) })}
          </Words>
        )}
      </Rows>
    </Card>
  );
}

function Moved({ moved }: { readonly moved: NonNullable<AreaChangeView['moved']> }) {
  const t = useText(areaChangesText);
  const { households: homes, work, grants, waiting } = moved;
  return (
    <Card tone={waiting ? 'amber' : 'leaf'}>
      <Words block strong>
        {waiting ? t('moved-waiting', { homes, work }) : t('moved-done', { homes, work, grants })}
      </Words>
    </Card>
  );
}
