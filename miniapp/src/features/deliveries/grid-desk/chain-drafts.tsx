import { gridPage } from '@/features/grid/grid-bar';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { gridOrdersText } from '@/text/grid-orders';
import { BottomBar, Button, Card, EmptyState, Heading, Line, NetworkBanner, Page, Rows, StatusChip, Words } from '@/ui';
import type { ChainDraft, Doubtful } from './chain-screen';
import { LinesEditor } from './lines-editor';

type ChainDraftsProps = {
  readonly drafts: readonly ChainDraft[];
  readonly doubtful: readonly Doubtful[];
  readonly onChange: (drafts: readonly ChainDraft[]) => void;
  readonly onBack: () => void;
  readonly onSubmit: () => void;
};

/** What was recognised, to be checked against the words as written; lines in doubt with the reason, never guessed. */
export function ChainDrafts({ drafts, doubtful, onChange, onBack, onSubmit }: ChainDraftsProps) {
  const t = useText(gridOrdersText);
  const hasHollow = drafts.some(({ lines }) => lines.length === 0);
  const missing = drafts.length === 0 ? t('chain-none') : hasHollow ? t('chain-nothing-in') : undefined;
  const main = (
    <Button
      look="main"
      label={t('chain-submit', { count: drafts.length })}
      disabledReason={missing}
      onPress={onSubmit}
    />
  );
  return (
    <Page
      title={t('chain-title')}
      back={false}
      banner={<NetworkBanner />}
      bottom={<BottomBar main={main} quiet={<Button label={t('chain-edit-text')} onPress={onBack} />} />}
    >
      <Rows>
        {drafts.length === 0 && <EmptyState title={t('chain-none')} hint={t('chain-none-hint')} />}
        {drafts.length > 0 && <Heading size={5}>{t('chain-found', { count: drafts.length })}</Heading>}
        {drafts.map((draft) => (
          <DraftCard
            key={draft.id}
            draft={draft}
            onChange={(changed) => onChange(drafts.map((each) => (each === draft ? changed : each)))}
            onRemove={() => onChange(drafts.filter((each) => each !== draft))}
          />
        ))}
        {doubtful.length > 0 && <Heading size={5}>{t('chain-doubtful', { count: doubtful.length })}</Heading>}
        {doubtful.map(({ source, why }) => (
          <Card key={source} tone="amber">
            <StatusChip icon="warning" tone="amber" label={t(`why-${why}`)} />
            <Words>{source}</Words>
            <Button icon="edit" label={t('chain-by-hand')} onPress={() => void openPage(gridPage('phone-order'))} />
          </Card>
        ))}
      </Rows>
    </Page>
  );
}

type DraftCardProps = {
  readonly draft: ChainDraft;
  readonly onChange: (draft: ChainDraft) => void;
  readonly onRemove: () => void;
};

function DraftCard({ draft, onChange, onRemove }: DraftCardProps) {
  const t = useText(gridOrdersText);
  return (
    <Card label={draft.doorCode}>
      <Line apart>
        <Heading size={4}>{draft.doorCode}</Heading>
        <Words tone="quiet">{draft.nameMasked}</Words>
      </Line>
      <Words tone="quiet">{t('chain-original', { words: draft.source })}</Words>
      <LinesEditor lines={draft.lines} onChange={(lines) => onChange({ ...draft, lines })} />
      <Button look="link" icon="bin" label={t('chain-remove')} onPress={onRemove} />
    </Card>
  );
}
