import { WorkspaceBar } from '@/features/identity/workspaces';
import { InboxBell } from '@/features/notices/inbox-bell';
import { useText } from '@/text';
import { doorAlertsText } from '@/text/door-alerts';
import { NetworkBanner, Page, Rows } from '@/ui';
import { DoorAlertsEntry } from './door-alerts-entry';

/** Where a building captain begins: the doors of the building, and what was told. */
export function CaptainScreen() {
  const t = useText(doorAlertsText);
  return (
    <Page
      title={t('title')}
      back={false}
      aside={<InboxBell />}
      banner={<NetworkBanner />}
      bottom={<WorkspaceBar here="grid" />}
    >
      <Rows>
        <DoorAlertsEntry />
      </Rows>
    </Page>
  );
}
