import {
  type LateFactView,
  lateFactActions,
  listLateFacts,
} from '@grid-relief/shared-types/deliveries/late-fact.contract';
import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import { useState } from 'react';
import { PagedList, SendingNote, useAct, useReadPages } from '@/api';
import { useDeskWords } from '@/features/deliveries/grid-desk/desk-words';
import { ProofPhoto } from '@/features/deliveries/proof-photo';
import { openPage } from '@/platform';
import { useOnItsWay } from '@/state/use-on-its-way';
import { useText } from '@/text';
import { lateFactsText } from '@/text/late-facts';
import { proofPhotoText } from '@/text/proof-photo';
import { actionWords, historyText } from '@/text/request-history';
import {
  Button,
  Card,
  EmptyState,
  formatFen,
  NetworkBanner,
  Page,
  Rows,
  Sheet,
  useDayWords,
  useTimeWords,
  Words,
} from '@/ui';
import { gridPage } from './grid-bar';

const reasons = ['ALREADY_DONE', 'TOO_LATE', 'WRONG'] as const;

/** Facts from phones without a network that came after their request had moved on: each is compared by a person. */
export function LateFactsScreen() {
  const t = useText(lateFactsText);
  const list = useReadPages(listLateFacts, { query: {} }, { everySeconds: 30 });
  return (
    <Page title={t('title')} banner={<NetworkBanner />}>
      <Rows>
        <PagedList
          of={list}
          height={240}
          none={<EmptyState picture="quiet" title={t('none')} hint={t('none-hint')} />}
          above={<Words tone="quiet">{t('hint')}</Words>}
          draw={(fact) => <FactCard key={fact.id} fact={fact} />}
        />
      </Rows>
    </Page>
  );
}

type FactProps = { readonly fact: LateFactView };

function FactCard({ fact }: FactProps) {
  const t = useText(lateFactsText);
  const history = useText(historyText);
  const words = useDeskWords();
  const timeWords = useTimeWords();
  const doing = useAct(fact.id);
  const isOnItsWay = useOnItsWay(doing, fact.revision);
  const isDeciding = isOnItsWay(lateFactActions.apply) || isOnItsWay(lateFactActions.note);
  const { bags, paidFen, linked } = fact;
  const figures = [
    bags === undefined ? '' : t('bags', { count: bags }),
    paidFen === undefined ? '' : t('paid', { money: formatFen(paidFen) }),
  ].filter(Boolean);
  const isHealth = fact.recordKind === 'QUARANTINE_EPISODE' && fact.fact === 'reportHealth';
  const done = isHealth ? t('did-health') : actionWords(history, fact.fact);
  const what = [done, ...figures].join(' · ');
  const see = (id: string) => void openPage(gridPage('delivery'), { id });
  return (
    <Card tone={fact.told === undefined ? 'amber' : 'danger'}>
      <Words size={5} strong block>
        {t('did', { who: fact.by, what })}
      </Words>
      <Words block>
        {t('when', { done: timeWords(new Date(fact.occurredAt)), came: timeWords(new Date(fact.recordedAt)) })}
      </Words>
      <Words tone="quiet" block>
        {isHealth ? fact.areaName : `${fact.areaName} · ${t('stood', { state: words.state(fact.recordState) })}`}
      </Words>
      <Age fact={fact} />
      {isHealth ? <Health fact={fact} /> : <Consequence fact={fact} />}
      <SendingNote of={doing} />
      {fact.recordKind === 'DELIVERY' && <Button look="link" label={t('open')} onPress={() => see(fact.record)} />}
      {linked !== undefined && <Button look="link" label={t('open-own')} onPress={() => see(linked)} />}
      {!isDeciding && <Decision fact={fact} doing={doing} />}
    </Card>
  );
}

/** What came too late of somebody's health is looked at like what came in time: the photo here, the rest on their page. */
function Health({ fact: { record, selfTestPhoto, occurredAt } }: FactProps) {
  const t = useText(lateFactsText);
  const photo = useText(proofPhotoText);
  const dayWords = useDayWords();
  const day = dayWords(dayOf(new Date(occurredAt)));
  return (
    <>
      <ProofPhoto id={selfTestPhoto} label={photo('SELF_TEST', { day })} />
      <Button
        look="link"
        label={t('see-person')}
        onPress={() => void openPage('/packages/grid/quarantine/index', { id: record })}
      />
    </>
  );
}

const hourMs = 3_600_000;

/** How long nobody has decided, once it is hours, and who has heard of that. */
function Age({ fact }: FactProps) {
  const t = useText(lateFactsText);
  const hours = Math.floor((Date.now() - Date.parse(fact.recordedAt)) / hourMs);
  if (hours < 1) return null;
  const { told } = fact;
  return (
    <Words strong block>
      {[t('waits', { hours }), told && t(`told-${told}`)].filter(Boolean).join(' · ')}
    </Words>
  );
}

/** What follows if it counts, said before the button; or why nothing does. */
function Consequence({ fact }: FactProps) {
  const t = useText(lateFactsText);
  const { follows, because, linked, bookedFen = 0, paidFen = 0 } = fact;
  const money = { booked: formatFen(bookedFen), paid: formatFen(paidFen) };
  return (
    <>
      {because !== undefined && <Words block>{t(`b-${because}`)}</Words>}
      {follows === 'RECEIPT' && <Words block>{t('f-RECEIPT', money)}</Words>}
      {follows === 'OWN_DELIVERY' && (
        <Words block>{t(linked === undefined ? 'f-OWN_DELIVERY' : 'f-OWN_DELIVERY-there')}</Words>
      )}
      {(follows === 'MOVES_ON' || follows === 'KEPT') && <Words block>{t(`f-${follows}`)}</Words>}
    </>
  );
}

function Decision({ fact: { actions }, doing }: FactProps & { readonly doing: ReturnType<typeof useAct> }) {
  const t = useText(lateFactsText);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      {actions.includes('apply') && (
        <Button icon="check" label={t('apply')} onPress={() => void doing.act(lateFactActions.apply, {})} />
      )}
      {actions.includes('note') && <Button label={t('note')} onPress={() => setAsking(true)} />}
      <Sheet title={t('why-note')} open={isAsking} onClose={() => setAsking(false)}>
        <Rows gap={2}>
          {reasons.map((code) => (
            <Button
              key={code}
              label={t(`reason-${code}`)}
              onPress={() => {
                setAsking(false);
                void doing.act(lateFactActions.note, { reason: { code } });
              }}
            />
          ))}
        </Rows>
      </Sheet>
    </>
  );
}
