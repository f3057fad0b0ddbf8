import { copyText, toast } from '@/platform';
import { useText } from '@/text';
import { gridOrdersText } from '@/text/grid-orders';
import { BottomBar, Button, Card, Heading, NetworkBanner, Page, Rows, Words } from '@/ui';
import type { ChainDraft } from './chain-screen';
import { SubmitResult } from './submit-result';
import type { useSubmits } from './use-submits';

type ChainResultsProps = {
  readonly drafts: readonly ChainDraft[];
  readonly submits: ReturnType<typeof useSubmits>;
  readonly onDrop: (id: string) => void;
  readonly onAgain: () => void;
};

/** The result of each order, and words for the group that name doors only, and only what has truly arrived. */
export function ChainResults({ drafts, submits, onDrop, onAgain }: ChainResultsProps) {
  const t = useText(gridOrdersText);
  const arrived = drafts.filter(({ id }) => ['sent', 'added'].includes(submits.resultOf(id).state));
  const card = [
    t('chain-card-head', { count: arrived.length }),
    ...arrived.map(({ doorCode, lines }) => t('chain-card-line', { door: doorCode, count: lines.length })),
  ].join('\n');
  const copy = async () => {
    if (await copyText(card)) toast(t('chain-copied'));
  };
  const main =
    arrived.length > 0 ? (
      <Button look="main" icon="message" label={t('chain-copy')} onPress={() => void copy()} />
    ) : undefined;
  return (
    <Page
      title={t('chain-results')}
      back={false}
      banner={<NetworkBanner />}
      bottom={<BottomBar main={main} quiet={<Button label={t('chain-again')} onPress={onAgain} />} />}
    >
      <Rows>
        {drafts.map(({ id, doorCode, lines }) => (
          <SubmitResult key={id} id={id} title={doorCode} lines={lines} submits={submits} onDrop={() => onDrop(id)} />
        ))}
        {arrived.length > 0 && (
          <Card>
            <Heading size={5}>{t('chain-card')}</Heading>
            {card.split('\n').map((line) => (
              <Words key={line} block>
                {line}
              </Words>
            ))}
          </Card>
        )}
      </Rows>
    </Page>
  );
}
