import {
  Card,
  FiveSteps,
  Heading,
  Line,
  ListRow,
  MaskedText,
  Money,
  Picture,
  Rows,
  StatusChip,
  Stepper,
  Timeline,
  TimeText,
  Words,
} from '@/ui';

const steps = ['收到', '有人接', '买菜', '路上', '到门口'];
const nothing = () => undefined;

const entries = [
  { id: '1', title: '您下了单', note: '今天 14:02', state: 'done' },
  { id: '2', title: '王师傅接了', note: '今天 14:06，红旗小区青年队', state: 'done' },
  { id: '3', title: '正在买菜', note: '约 16:20 送到', state: 'now' },
  { id: '4', title: '放到您门口', state: 'next' },
] as const;

/** Cards, rows, chips, progress and time. */
export function ListsPart() {
  return (
    <Rows>
      <Card tone="leaf">
        <Line apart>
          <StatusChip icon="basket" tone="leaf" label="正在买菜" />
          <TimeText at={new Date()} />
        </Line>
        <Words size={4} strong>
          志愿者正在买菜，约 16:20 送到
        </Words>
        <FiveSteps names={steps} current={2} />
        <MaskedText label="志愿者" masked="王**" onOpen={async () => '王小明'} />
      </Card>
      <Line>
        <StatusChip icon="clock" label="等回话" />
        <StatusChip icon="check" tone="leaf" label="送到了" />
        <StatusChip icon="warning" tone="amber" label="晚了 20 分钟" />
        <StatusChip icon="cross" tone="danger" label="没送成" />
        <StatusChip icon="message" tone="info" label="有话问您" />
      </Line>
      <Card>
        <Heading>挑菜</Heading>
        <ListRow
          lead={<Picture name="eggs" />}
          title="鸡蛋 30 枚"
          note="¥18.50 一板"
          end={<Stepper name="鸡蛋" unit="板" value={2} onChange={nothing} />}
        />
        <ListRow
          lead={<Picture name="cabbage" />}
          title="大白菜"
          note="¥2.60 一棵"
          end={<Stepper name="大白菜" unit="棵" value={0} onChange={nothing} />}
        />
        <ListRow
          lead={<Picture name="oil" />}
          title="菜籽油 5 升"
          note="卖完了"
          onPress={nothing}
          end={<Money fen={7990} />}
          last
        />
      </Card>
      <Card>
        <Timeline label="这一单" entries={entries} />
      </Card>
    </Rows>
  );
}
