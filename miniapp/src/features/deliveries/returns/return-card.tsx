import type { ReturnedGoods, WhyBack } from '@grid-relief/shared-types/deliveries/returned-goods.contract';
import { SendingNote, useAct } from '@/api';
import { useText, wordOr } from '@/text';
import { returnedGoodsText } from '@/text/returned-goods';
import {
  Card,
  type IconName,
  Line,
  Rows,
  StatusChip,
  shanghaiTime,
  type Tone,
  useMarks,
  useTimeWords,
  Words,
} from '@/ui';
import { useGoodsName } from '../goods-name';
import { waitOf } from '../grid-desk/desk-words';
import { CountIn } from './count-in';

type CardProps = { readonly goods: ReturnedGoods };

const signs: Readonly<Record<WhyBack, readonly [IconName, Tone]>> = {
  NOT_WANTED: ['undo', 'plain'],
  NOT_DELIVERED: ['door', 'plain'],
  FROM_POINT: ['lock', 'plain'],
  KEPT_BACK: ['warning', 'danger'],
  SENT_BACK: ['undo', 'plain'],
};

/** Bags of one request that come back: their sign, what lies in them, why, since when, and what to do. */
export function ReturnCard({ goods }: CardProps) {
  const t = useText(returnedGoodsText);
  const doing = useAct(goods.id);
  const [icon, tone] = signs[goods.why];
  const { code, bags, why, late } = goods;
  return (
    <Card tone={why === 'KEPT_BACK' ? 'danger' : late ? 'amber' : 'plain'}>
      <Rows gap={2}>
        <Line apart>
          <Words size={3} strong>
            {code}
          </Words>
          <StatusChip icon={icon} tone={tone} label={t(`why-${why}`)} />
        </Line>
        <Words strong>{bags === undefined ? t('bags-not-said') : t('bags', { count: bags })}</Words>
        <Contents goods={goods} />
        <WayBack goods={goods} />
        {why === 'KEPT_BACK' && !goods.countedIn && <Words tone="danger">{t('kept-back')}</Words>}
        {goods.countedIn ? <Counted of={goods.countedIn} /> : <Age goods={goods} />}
        <SendingNote of={doing} />
        <CountIn goods={goods} doing={doing} />
      </Rows>
    </Card>
  );
}

function Contents({ goods: { lines, kind } }: CardProps) {
  const t = useText(returnedGoodsText);
  const names = useGoodsName();
  const marks = useMarks();
  if (lines.length === 0) return <Words>{wordOr(t, returnedGoodsText, `k-${kind}`, 'k-other')}</Words>;
  const words = lines.map((line) => {
    const { quantity: count, unit, cold } = line;
    const plain = t('line', { name: names.shelf(line), count, unit: names.unit(unit, count) });
    return cold ? marks.aside(plain, t('cold')) : plain;
  });
  return <Words block>{marks.list(words)}</Words>;
}

/** Where it was bought, with which run it went out, and who brings it. */
function WayBack({ goods: { shop, run, brings, why, countedIn } }: CardProps) {
  const t = useText(returnedGoodsText);
  const hour = (at: string) => shanghaiTime(new Date(at)).time;
  const words = [
    shop === undefined ? '' : t('from-shop', { shop }),
    run ? t('from-run', { from: hour(run.from), to: hour(run.to) }) : '',
    brings ? t('brought-by', { who: brings.label }) : '',
    why === 'FROM_POINT' && !countedIn ? t('at-point') : '',
  ].filter(Boolean);
  return words.length === 0 ? null : (
    <Words tone="quiet" block>
      {words.join(' · ')}
    </Words>
  );
}

/** How long it has been on its way, in words; after a day somebody else has heard. */
function Age({ goods: { since, dueAt, late } }: CardProps) {
  const t = useText(returnedGoodsText);
  const time = useTimeWords();
  const { unit, count } = waitOf(new Date(since), new Date());
  const age = count === 0 ? t('wait-now') : t(`wait-${unit}`, { count });
  const rest = late ? t('late') : t('say-by', { time: time(new Date(dueAt)) });
  return (
    <Words strong tone={late ? 'danger' : 'plain'} block>
      {[age, rest].join(' · ')}
    </Words>
  );
}

function Counted({ of: { at, by, disposition } }: { readonly of: NonNullable<ReturnedGoods['countedIn']> }) {
  const t = useText(returnedGoodsText);
  const time = useTimeWords()(new Date(at));
  const isNamed = by.label !== 'STAFF';
  const who = by.self ? t('done-by-self', { time }) : isNamed ? t('done-by', { who: by.label, time }) : time;
  return (
    <Line>
      <StatusChip icon="check" tone="leaf" label={t(`done-${disposition}`)} />
      <Words tone="quiet">{who}</Words>
    </Line>
  );
}
