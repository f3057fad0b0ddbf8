import { listPolicyChanges } from '@grid-relief/shared-types/quarantine/policy-change.contract';
import { PagedList, useReadPages } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { policyText } from '@/text/policies';
import { Card, Heading, ListRow, useTimeWords, Words } from '@/ui';
import { changeLines, stateWords } from './change-words';

/** Changes of the county, the latest first. */
export function ChangesList() {
  const t = useText(policyText);
  const time = useTimeWords();
  const list = useReadPages(listPolicyChanges, { query: {} }, { everySeconds: 60 });
  return (
    <Card>
      <Heading size={5}>{t('changes')}</Heading>
      <PagedList
        of={list}
        rows={2}
        height={120}
        none={<Words tone="quiet">{t('changes-none')}</Words>}
        draw={(change, i) => (
          <ListRow
            key={change.id}
            title={changeLines(t, change).join(t('step-mark'))}
            note={`${stateWords(t, change.state)} · ${time(new Date(change.createdAt))}`}
            last={i === list.items.length - 1}
            onPress={() => void openPage('/packages/command/policy-change/index', { id: change.id })}
          />
        )}
      />
    </Card>
  );
}
