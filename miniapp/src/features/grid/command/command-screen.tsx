import { useHolds } from '@/api';
import { LateFactsEntry } from '@/features/grid/late-facts-entry';
import { WorkspaceBar } from '@/features/identity/workspaces';
import { InboxBell } from '@/features/notices/inbox-bell';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { commandText } from '@/text/command';
import { EmptyState, Heading, IconButton, NetworkBanner, Page, Rows, WayCard } from '@/ui';
import { Exceptions } from './exceptions';
import { Money } from './money';
import { boardRoles, doorRoles, postRoles, ReturneeWork } from './returnee-work';
import { quarantineRoles, Ways, wayRoles } from './ways';

const dispatchers = ['TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'];
const moneyRoles = ['COMMUNITY_CASHIER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'];
const inviters = ['GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER', 'ADMIN'];
const withWork = [dispatchers, moneyRoles, inviters, quarantineRoles, boardRoles, postRoles, doorRoles, wayRoles];

/** Where command staff begin: what does not go as it should, worst first; every number leads to its list. */
export function CommandScreen() {
  const t = useText(commandText);
  const holds = useHolds();
  const settings = () => void openPage('/pages/settings/index');
  return (
    <Page
      title={t('title')}
      back={false}
      wide
      aside={
        <>
          <InboxBell />
          <IconButton icon="gear" label={t('settings')} onPress={settings} />
        </>
      }
      banner={<NetworkBanner />}
      bottom={<WorkspaceBar here="command" />}
    >
      <Rows>
        {holds(dispatchers) && <LateFactsEntry climbed />}
        {holds(dispatchers) && <Exceptions />}
        <ReturneeWork holds={holds} />
        <Ways holds={holds} />
        {holds(moneyRoles) && <Money />}
        {holds(inviters) && (
          <WayCard icon="plus" title={t('invite')} note={t('invite-note')} page="/packages/command/invite/index">
            <Heading size={5}>{t('people')}</Heading>
          </WayCard>
        )}
        {!withWork.some(holds) && <EmptyState picture="quiet" title={t('nothing')} hint={t('nothing-hint')} />}
      </Rows>
    </Page>
  );
}
