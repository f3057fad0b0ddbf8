import { submitReturnees } from '@grid-relief/shared-types/returnees/returnee.contract';
import * as z from '@grid-relief/shared-types/zod';
import { type Command, SendingNote, useAct, useOutbox } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { reportText } from '@/text/returnee-report';
import { Button, Card, Heading, Rows } from '@/ui';
import { reportDrafts } from './report-draft';

const Said = z.object({ travellers: z.array(z.object({ name: z.string() })) });

/** Reports handed in on this phone that the server does not have yet, oldest first. */
export function useUnsentReports(): readonly Command[] {
  return useOutbox().filter(({ name, state }) => name === submitReturnees.name && state !== 'sent');
}

/** One of them: who comes, and how far it came; a refused one is put right in the form. */
export function UnsentReport({ command }: { readonly command: Command }) {
  const t = useText(reportText);
  const doing = useAct(command.record);
  const names = z.safeParse(Said, command.body).data?.travellers.map(({ name }) => name) ?? [];
  const mode = reportDrafts.handedIn(command.id)?.mode;
  const correct = () => void openPage('/packages/returnee/report/index', mode === undefined ? {} : { mode });
  return (
    <Card tone="amber">
      <Rows gap={2}>
        <Heading size={5}>{t('unsent-one', { names: names.join('、') })}</Heading>
        <SendingNote of={doing} />
        {command.state === 'refused' && <Button icon="edit" label={t('put-right')} onPress={correct} />}
      </Rows>
    </Card>
  );
}
