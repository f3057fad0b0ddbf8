import { codeRequestsToDo } from '@grid-relief/shared-types/quarantine/code-request.contract';
import type { CodeRequestRow } from '@grid-relief/shared-types/quarantine/code-request.schema';
import { PagedList, SendingNote, useAct, useReadPages } from '@/api';
import { useText } from '@/text';
import { codesText, codeWord } from '@/text/codes';
import { policyText } from '@/text/policies';
import { Card, EmptyState, Heading, Line, NetworkBanner, Page, Rows, StatusChip, useTimeWords, Words } from '@/ui';
import { CodeButtons } from './code-buttons';
import { WhoseCode } from './whose-code';

/** Requests for health codes whose next step is mine, the oldest first (handbook 2.11). */
export function CodesScreen() {
  const t = useText(codesText);
  const list = useReadPages(codeRequestsToDo, { query: {} }, { everySeconds: 30 });
  return (
    <Page title={t('title')} wide banner={<NetworkBanner />}>
      <Rows>
        <PagedList
          of={list}
          height={200}
          none={<EmptyState picture="quiet" title={t('none')} hint={t('none-hint')} />}
          above={<Words tone="quiet">{t('hint')}</Words>}
          draw={(request) => <CodeCard key={request.id} request={request} />}
        />
      </Rows>
    </Page>
  );
}

function CodeCard({ request }: { readonly request: CodeRequestRow }) {
  const t = useText(codesText);
  const policies = useText(policyText);
  const timeWords = useTimeWords();
  const doing = useAct(request.id);
  const { asked, wanted, category, state, areaName: area, because, writtenAt, dueAt } = request;
  const isLate = state === 'NO_ANSWER';
  return (
    <Card tone={isLate ? 'danger' : 'plain'}>
      <Line apart>
        <Heading size={5}>{wanted === undefined ? t(`asked-${asked}`) : t(`wanted-${wanted}`)}</Heading>
        <StatusChip
          icon={isLate ? 'warning' : 'clock'}
          tone={isLate ? 'danger' : 'amber'}
          label={codeWord(t, 's', state)}
        />
      </Line>
      <WhoseCode request={request} />
      {category !== undefined && <Words block>{policies(category)}</Words>}
      <Words block>{codeWord(t, 'b', because)}</Words>
      <Words tone="quiet" block>
        {t('written', { area, time: timeWords(new Date(writtenAt)) })}
      </Words>
      {dueAt !== undefined && <Words block>{t('due-answer', { time: timeWords(new Date(dueAt)) })}</Words>}
      <SendingNote of={doing} />
      <CodeButtons request={request} doing={doing} />
    </Card>
  );
}
