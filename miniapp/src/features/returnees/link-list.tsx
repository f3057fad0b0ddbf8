import { chainLinkLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/chain-link.lifecycle';
import type { ChainLinkView } from '@grid-relief/shared-types/returnees/returnee.schema';
import { chainLinkActions } from '@grid-relief/shared-types/returnees/returnee-actions.contract';
import { type ReactNode, useState } from 'react';
import { type Act, ActButton, SendingNote, useAct } from '@/api';
import { useText } from '@/text';
import { stepsText, stepWordOf } from '@/text/returnee-steps';
import { returneesText, wordOf } from '@/text/returnees';
import { Button, Card, Heading, Line, Rows, Sheet, StatusChip, type Tone, useTimeWords, Words } from '@/ui';

const over: readonly string[] = chainLinkLifecycle.terminal;
const tones: Readonly<Record<string, Tone>> = { DONE: 'leaf', FAILED: 'danger', STARTED: 'info', WAITING: 'amber' };
/** The order in which somebody at a desk does them; each with the reason that its record gets. */
const acts = {
  swab: undefined,
  startByHand: undefined,
  finishByHand: 'DONE_ON_PAPER',
  retryByHand: undefined,
  visitInstead: 'NOT_POSSIBLE',
  failByHand: 'NOT_POSSIBLE',
} as const;

/** What has to be done for somebody: the late ones first, each with its owner and its time; what is not needed is left out. */
export function LinkList({ links }: { readonly links: readonly ChainLinkView[] }) {
  const t = useText(returneesText);
  const shown = links.filter(({ state }) => state !== 'NOT_NEEDED');
  if (shown.length === 0) return null;
  const rank = (link: ChainLinkView) => (over.includes(link.state) ? 2 : link.late ? 0 : 1);
  const sorted = [...shown].sort((a, b) => rank(a) - rank(b) || ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1));
  return (
    <Rows>
      <Heading>{t('links')}</Heading>
      {sorted.map((link) => (
        <LinkCard key={link.id} link={link} />
      ))}
    </Rows>
  );
}

type LinkProps = {
  readonly link: ChainLinkView;
  readonly whose?: string;
  /** Where it leads, below its buttons. */
  readonly children?: ReactNode;
};

/** One link; whoever may begins and ends it here by hand. */
export function LinkCard({ link, whose, children }: LinkProps) {
  const t = useText(returneesText);
  const steps = useText(stepsText);
  const timeWords = useTimeWords();
  const doing = useAct(link.id);
  const isOver = over.includes(link.state);
  const name = stepWordOf(steps, 'l', link.link);
  return (
    <Card tone={link.late ? 'danger' : 'plain'}>
      <Line apart>
        <Heading size={5}>{whose === undefined ? name : `${whose} · ${name}`}</Heading>
        <StatusChip
          icon={isOver ? 'check' : 'clock'}
          tone={tones[link.state] ?? 'quiet'}
          label={wordOf(t, 's', link.state)}
        />
      </Line>
      {!isOver && (
        <Words block>
          {t('by-whom', { owner: stepWordOf(steps, 'o', link.owner) })}
          {link.dueAt === undefined ? '' : ` · ${t('before', { time: timeWords(new Date(link.dueAt)) })}`}
        </Words>
      )}
      {link.late && <StatusChip icon="warning" tone="danger" label={t('is-late')} />}
      <SendingNote of={doing} />
      <LinkButtons link={link} doing={doing} />
      {children}
    </Card>
  );
}

/** What follows cannot be taken back by a tap, so it is asked once more. */
function PositiveButton({ doing }: { readonly doing: Act }) {
  const t = useText(returneesText);
  const [isSure, setSure] = useState(false);
  if (doing.isUnderWay) return null;
  return (
    <>
      <Button look="quiet" icon="warning" label={t('test-positive')} onPress={() => setSure(true)} />
      <Sheet title={t('test-positive-title')} open={isSure} onClose={() => setSure(false)}>
        <Rows gap={2}>
          <Words block>{t('test-positive-hint')}</Words>
          <Button
            look="danger"
            label={t('test-positive-yes')}
            onPress={() => {
              setSure(false);
              void doing.act(chainLinkActions.finishByHand, { reason: { code: 'POSITIVE' } });
            }}
          />
        </Rows>
      </Sheet>
    </>
  );
}

function LinkButtons({ link, doing }: { readonly link: ChainLinkView; readonly doing: Act }) {
  const t = useText(returneesText);
  const names = Object.keys(acts) as (keyof typeof acts)[]; // its own keys
  return (
    <Line>
      {names
        .filter((name) => link.actions.includes(name))
        .map((name) => {
          const code = acts[name];
          const body = code === undefined ? {} : { reason: { code } };
          return (
            <ActButton key={name} of={doing} does={chainLinkActions[name]} body={body} label={wordOf(t, 'w', name)} />
          );
        })}
      {link.link === 'TRANSFER' && link.actions.includes('finishByHand') && (
        <ActButton
          of={doing}
          does={chainLinkActions.finishByHand}
          body={{ reason: { code: 'AT_HOME' } }}
          label={t('w-arriveHome')}
        />
      )}
      {link.link === 'LANDING_TEST' && link.actions.includes('finishByHand') && <PositiveButton doing={doing} />}
      {link.link === 'NOTICE' && link.actions.includes('failByHand') && (
        <ActButton
          of={doing}
          does={chainLinkActions.failByHand}
          body={{ reason: { code: 'REFUSED' } }}
          label={t('notice-refused')}
        />
      )}
    </Line>
  );
}
