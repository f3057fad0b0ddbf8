import { openPage } from '@/platform';
import { useText } from '@/text';
import { returneeListsText } from '@/text/returnee-lists';
import { Card, Icon, type IconName, ListRow } from '@/ui';

export const boardRoles: readonly string[] = ['GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'];
export const postRoles: readonly string[] = ['CHECKPOINT_OFFICER'];
export const doorRoles: readonly string[] = ['SCREENER'];

/** What there is to do about people who come: late links for command, finding and registering at a post, a door. */
export function ReturneeWork({ holds }: { readonly holds: (roles: readonly string[]) => boolean }) {
  const t = useText(returneeListsText);
  return (
    <>
      {holds(postRoles) && (
        <Way icon="shield" title={t('post-entry')} note={t('post-entry-note')} page="/packages/returnee/post/index" />
      )}
      {holds(doorRoles) && (
        <Way
          icon="door"
          title={t('door-entry')}
          note={t('door-entry-note')}
          page="/packages/returnee/report/index"
          params={{ mode: 'door' }}
        />
      )}
      {holds(boardRoles) && (
        <Way
          icon="clock"
          title={t('links-entry')}
          note={t('links-entry-note')}
          page="/packages/command/late-links/index"
        />
      )}
    </>
  );
}

type WayProps = {
  readonly icon: IconName;
  readonly title: string;
  readonly note: string;
  readonly page: string;
  readonly params?: Readonly<Record<string, string>>;
};

function Way({ icon, title, note, page, params = {} }: WayProps) {
  return (
    <Card>
      <ListRow title={title} note={note} lead={<Icon name={icon} />} onPress={() => void openPage(page, params)} last />
    </Card>
  );
}
