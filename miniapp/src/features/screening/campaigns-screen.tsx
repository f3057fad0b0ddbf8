import { listScreenings, planScreening } from '@grid-relief/shared-types/screening/screening.contract';
import { FailedRead, MoreOfList, useHolds, useMayAsk, useReadPages } from '@/api';
import { useText } from '@/text';
import { screeningText } from '@/text/screening';
import { EmptyState, NetworkBanner, Page, Rows, Skeleton } from '@/ui';
import { CallsPart } from './calls-part';
import { CampaignCard } from './campaign-card';
import { CoveragePart } from './coverage-part';
import { HandedUpPart } from './handed-up-part';
import { PlanPart } from './plan-part';

const goingOn: readonly string[] = ['PUBLISHED', 'RUNNING', 'CHECKING'];
/** Who reads single doors: those who answer for them. */
const doorRoles: readonly string[] = ['GRID_LEADER', 'TOWNSHIP_DISPATCHER'];

/** Screenings of my area: how far each is, what waits for the leader, and the next step of the township. */
export function CampaignsScreen() {
  const t = useText(screeningText);
  const list = useReadPages(listScreenings, { query: {} }, { everySeconds: 30 });
  const { data, items, isLoading, refresh } = list;
  const holds = useHolds();
  const maySeeDoors = holds(doorRoles);
  const mayPlan = useMayAsk(planScreening);
  const going = items.find(({ state }) => goingOn.includes(state));
  return (
    <Page title={t('title')} wide banner={<NetworkBanner />}>
      <Rows>
        {isLoading && <Skeleton rows={3} height={220} />}
        {data === undefined && <FailedRead of={list} />}
        {data && items.length === 0 && (
          <EmptyState picture="quiet" title={t('none')} hint={t(mayPlan ? 'none-plan' : 'none-hint')} />
        )}
        {going && <CampaignCard campaign={going} />}
        {going && <CoveragePart campaign={going.id} />}
        {going && maySeeDoors && <HandedUpPart campaign={going.id} />}
        {going && maySeeDoors && <CallsPart campaign={going.id} />}
        {data && mayPlan && going === undefined && <PlanPart onPlanned={refresh} />}
        {items
          .filter((campaign) => campaign !== going)
          .map((campaign) => (
            <CampaignCard key={campaign.id} campaign={campaign} />
          ))}
        <MoreOfList of={list} />
      </Rows>
    </Page>
  );
}
