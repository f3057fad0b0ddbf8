import type { LineView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { reportLine } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import type { RunView } from '@grid-relief/shared-types/deliveries/run.contract';
import { type ReactNode, useState } from 'react';
import { enqueue, newId, useAct } from '@/api';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { carryingRunText } from '@/text/carrying-run';
import { Button, Card, Heading, Line, ListRow, Picture, pictureFor, Sheet, StatusChip, View, Words } from '@/ui';
import { useGoodsName } from '../../goods-name';
import { byAisle } from '../basket';
import { may } from '../marks';
import { OutcomeChip } from '../outcome-chip';
import { SoldOutSheet } from '../sold-out-sheet';
import { UnsentTick } from '../unsent-tick';

type Pick = RunView['picking'][number];
type Bag = Pick['bags'][number];

const lineOf = (run: RunView, { delivery, line }: Bag): LineView | undefined =>
  run.deliveries.find(({ id }) => id === delivery)?.lines.find((each) => each.line === line);

/** Ticks a shelf position for every bag that waits for it: one act on each delivery. */
function tick(run: RunView, pick: Pick): void {
  const occurredAt = new Date().toISOString();
  for (const bag of pick.bags) {
    if (lineOf(run, bag)?.outcome !== 'OPEN') continue;
    const body = { opId: newId(), occurredAt, line: bag.line, outcome: 'FOUND', boughtQuantity: bag.quantity } as const;
    void enqueue(reportLine, { params: { id: bag.delivery }, body }, bag.delivery);
  }
}

/** One list for all doors, aisle by aisle, cold goods last; who needs how many is told by bag code only. */
export function RunPicking({ run, isActive }: { readonly run: RunView; readonly isActive: boolean }) {
  const t = useText(carryingRunText);
  const tCarry = useText(carryingText);
  const goods = useGoodsName();
  const [soldOut, setSoldOut] = useState<Pick>();
  const [bag, setBag] = useState<Bag>();
  return (
    <>
      <Heading>{t('run-list')}</Heading>
      {byAisle(run.picking).map(({ aisle, lines }) => (
        <Card key={aisle ?? ''}>
          <Heading size={5}>{aisle ?? tCarry('aisle-other')}</Heading>
          {lines.map((pick) => (
            <PickRow
              key={pick.bags.map(({ line }) => line).join()}
              run={run}
              pick={pick}
              isActive={isActive}
              onSoldOut={() => setSoldOut(pick)}
            />
          ))}
        </Card>
      ))}
      <Sheet
        title={t('run-sold-out')}
        open={soldOut !== undefined && bag === undefined}
        onClose={() => setSoldOut(undefined)}
      >
        {soldOut?.bags.map((each, index, all) => (
          <ListRow
            key={each.line + each.delivery}
            title={t('run-bag-of', {
              code: each.code,
              count: each.quantity,
              unit: goods.unit(soldOut.unit, each.quantity),
            })}
            lead={<Picture name={pictureFor(soldOut.picture ?? '')} />}
            {...outcomeAtEnd(lineOf(run, each))}
            onPress={() => setBag(each)}
            last={index === all.length - 1}
          />
        ))}
      </Sheet>
      {bag && <BagSoldOut run={run} bag={bag} onClose={() => setBag(undefined)} />}
    </>
  );
}

function BagSoldOut({ run, bag, onClose }: { readonly run: RunView; readonly bag: Bag; readonly onClose: () => void }) {
  const doing = useAct(bag.delivery);
  const view = run.deliveries.find(({ id }) => id === bag.delivery);
  return (
    <SoldOutSheet
      line={lineOf(run, bag)}
      shop={run.shop?.id}
      doing={doing}
      mayAsk={view !== undefined && may(view, 'askSubstitution')}
      onClose={onClose}
    />
  );
}

/** What a bag has already got, at the end of its row. */
function outcomeAtEnd(line: LineView | undefined): { readonly end?: ReactNode } {
  return line === undefined || line.outcome === 'OPEN' ? {} : { end: <OutcomeChip line={line} /> };
}

/** What became of one shelf position: in one word where all bags have it, else bag by bag. */
function Outcomes({ run, pick }: { readonly run: RunView; readonly pick: Pick }) {
  const t = useText(carryingRunText);
  const goods = useGoodsName();
  const bags = pick.bags.flatMap((bag) => {
    const line = lineOf(run, bag);
    return line ? [{ code: bag.code, line }] : [];
  });
  const isWhole = ({ line }: (typeof bags)[number]) =>
    line.outcome === 'FOUND' && (line.boughtQuantity ?? line.quantity) === line.quantity;
  if (bags.every(isWhole)) {
    const values = { count: pick.quantity, unit: goods.unit(pick.unit, pick.quantity) };
    return <StatusChip icon="check" tone="leaf" label={t('out-ALL', values)} />;
  }
  return (
    <>
      {bags.map(({ code, line }) => (
        <OutcomeChip key={code} code={code} line={line} />
      ))}
    </>
  );
}

type PickRowProps = {
  readonly run: RunView;
  readonly pick: Pick;
  readonly isActive: boolean;
  readonly onSoldOut: () => void;
};

function PickRow({ run, pick, isActive, onSoldOut }: PickRowProps) {
  const t = useText(carryingText);
  const tRun = useText(carryingRunText);
  const goods = useGoodsName();
  const isOpen = pick.bags.some((bag) => lineOf(run, bag)?.outcome === 'OPEN');
  const bags = pick.bags.map(({ code, quantity }) => `${code}×${quantity}`).join('  ');
  return (
    <View className="carry-pick">
      <View className="carry-item">
        <Picture name={pictureFor(pick.picture ?? '')} />
        <View className="carry-item-words">
          <Words size={5} strong>
            {goods.shelf(pick)}
          </Words>
          <Line>
            <Words size={4} strong>{`${pick.quantity} ${goods.unit(pick.unit, pick.quantity)}`}</Words>
            {pick.cold && <StatusChip icon="thermometer" tone="info" label={t('cold')} />}
          </Line>
          <Words tone="quiet">{tRun('run-for', { bags })}</Words>
        </View>
      </View>
      {isActive && isOpen && (
        <View className="carry-two">
          <Button icon="check" label={t('found')} onPress={() => tick(run, pick)} />
          <Button icon="cross" label={t('sold-out')} onPress={onSoldOut} />
        </View>
      )}
      {isActive && !isOpen && (
        <Line apart>
          <Line>
            <Outcomes run={run} pick={pick} />
            <UnsentTick ticks={pick.bags} />
          </Line>
          <Button look="link" label={t('change')} onPress={onSoldOut} />
        </Line>
      )}
    </View>
  );
}
