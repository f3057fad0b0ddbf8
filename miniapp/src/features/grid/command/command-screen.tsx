import { useMe } from '@/api';
import { LateFactsEntry } from '@/features/grid/late-facts-entry';
import { WorkspaceBar } from '@/features/identity/workspaces';
import { InboxBell } from '@/features/notices/inbox-bell';
import { QuarantineDeskEntry } from '@/features/quarantine/desk-entry';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { commandText } from '@/text/command';
import { EmptyState, Heading, IconButton, NetworkBanner, Page, Rows, WayCard } from '@/ui';
import { CaseWays, refusalRoles } from './case-ways';
import { Exceptions } from './exceptions';
import { Money } from './money';
import { boardRoles, doorRoles, postRoles, ReturneeWork } from './returnee-work';

const dispatchers = ['TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'];
const moneyRoles = ['COMMUNITY_CASHIER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'];
const policyRoles = ['COUNTY_DISPATCHER', 'COUNTY_HEAD', 'CDC_INVESTIGATOR'];
const quarantineRoles = ['DOCTOR', 'TOWNSHIP_DISPATCHER', 'SAMPLER', 'LAB', 'SITE_MANAGER'];
const codeRoles = ['COMMUNITY_WORKER', 'VILLAGE_SECRETARY', 'CODE_CLERK', 'TOWNSHIP_DISPATCHER', 'COUNTY_HEAD'];
const fourClassRoles = ['DOCTOR', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'];
const transferRoles = ['TRANSFER_DESK', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER', 'DRIVER', 'ESCORT', 'SITE_MANAGER'];
const siteRoles = ['COUNTY_DISPATCHER', 'COUNTY_HEAD', 'TRANSFER_DESK'];
const roomRoles = ['SITE_MANAGER', 'SAMPLER'];
const inviters = ['GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER', 'ADMIN'];

/** Where command staff begin: what does not go as it should, worst first; every number leads to its list. */
export function CommandScreen() {
  const t = useText(commandText);
  const held: string[] = useMe()?.grants.map(({ role }) => role) ?? [];
  const holds = (roles: readonly string[]) => roles.some((role) => held.includes(role));
  const settings = () => void openPage('/pages/settings/index');
  const hasWork = [
    dispatchers,
    moneyRoles,
    inviters,
    policyRoles,
    ['DOCTOR', 'CDC_INVESTIGATOR'],
    quarantineRoles,
    boardRoles,
    postRoles,
    doorRoles,
    codeRoles,
    refusalRoles,
    transferRoles,
    siteRoles,
  ].some(holds);
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
        {holds(['DOCTOR']) && (
          <WayCard icon="pill" title={t('doctor')} note={t('doctor-note')} page="/packages/command/doctor/index" />
        )}
        {holds(fourClassRoles) && (
          <WayCard
            icon="pill"
            title={t('four-class')}
            note={t('four-class-note')}
            page="/packages/command/four-class/index"
          />
        )}
        {holds(quarantineRoles) && <QuarantineDeskEntry />}
        {holds(siteRoles) && (
          <WayCard icon="building" title={t('sites')} note={t('sites-note')} page="/packages/command/sites/index" />
        )}
        {holds(roomRoles) && (
          <WayCard icon="building" title={t('site')} note={t('site-note')} page="/packages/command/site/index" />
        )}
        {holds(codeRoles) && (
          <WayCard icon="shield" title={t('codes')} note={t('codes-note')} page="/packages/command/codes/index" />
        )}
        {holds(dispatchers) && (
          <WayCard icon="door" title={t('doors')} note={t('doors-note')} page="/packages/grid/door-alerts/index" />
        )}
        <CaseWays holds={holds} />
        {holds(transferRoles) && (
          <WayCard icon="car" title={t('transfers')} note={t('transfers-note')} page="/packages/transfer/desk/index" />
        )}
        {holds(['CDC_INVESTIGATOR']) && (
          <WayCard
            icon="warning"
            title={t('exposed')}
            note={t('exposed-note')}
            page="/packages/command/exposed/index"
          />
        )}
        {holds(policyRoles) && (
          <WayCard icon="shield" title={t('policy')} note={t('policy-note')} page="/packages/command/policy/index" />
        )}
        {holds(moneyRoles) && <Money />}
        {holds(inviters) && (
          <WayCard icon="plus" title={t('invite')} note={t('invite-note')} page="/packages/command/invite/index">
            <Heading size={5}>{t('people')}</Heading>
          </WayCard>
        )}
        {!hasWork && <EmptyState picture="quiet" title={t('nothing')} hint={t('nothing-hint')} />}
      </Rows>
    </Page>
  );
}
