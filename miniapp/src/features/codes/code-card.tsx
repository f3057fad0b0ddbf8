import type { CodeRequestRow } from '@grid-relief/shared-types/quarantine/code-request.schema';
import { SendingNote, useAct } from '@/api';
import { useText } from '@/text';
import { codesText, codeWord } from '@/text/codes';
import { policyRulesText } from '@/text/policy-rules';
import { Card, Heading, Line, StatusChip, useTimeWords, Words } from '@/ui';
import { CodeButtons } from './code-buttons';
import { WhoseCode } from './whose-code';

/** One request: which code on what ground, with whom it waits and since when, and what its reader may do. */
export function CodeCard({ request }: { readonly request: CodeRequestRow }) {
  const t = useText(codesText);
  const policies = useText(policyRulesText);
  const timeWords = useTimeWords();
  const doing = useAct(request.id);
  const { asked, wanted, category, state, areaName: area, because, writtenAt, waitsWith, waitsSince, dueAt } = request;
  const isLate = request.isLate || state === 'NO_ANSWER';
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
      <Words strong={request.isLate} block>
        {t(request.isLate ? 'waits-late' : 'waits', {
          who: t(`w-${waitsWith}`),
          time: timeWords(new Date(waitsSince)),
        })}
      </Words>
      {dueAt !== undefined && !request.isLate && <Words block>{t('due', { time: timeWords(new Date(dueAt)) })}</Words>}
      <SendingNote of={doing} />
      <CodeButtons request={request} doing={doing} />
    </Card>
  );
}
