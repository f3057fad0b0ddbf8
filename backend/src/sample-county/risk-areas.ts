import type { RiskLine } from '../features/policies';
import { county } from './places';
import type { Chance } from './random';

const dayMs = 86_400_000;

/** Places are real, levels and days invented: how many days ago the level came, and the first case before it. */
const listed: readonly (readonly [RiskLine['areaRisk'], readonly string[], number, number?])[] = [
  ['HIGH', ['上海市', '上海市', '浦东新区', '北蔡镇'], 12, 15],
  ['MEDIUM', ['上海市', '上海市', '闵行区', '七宝镇'], 9, 11],
  ['CASES', ['上海市'], 20],
  ['HIGH', ['吉林省', '长春市', '九台区'], 14, 18],
  ['CASES', ['吉林省', '长春市'], 21],
  ['MEDIUM', ['北京市', '北京市', '朝阳区', '潘家园街道'], 4, 6],
  ['MEDIUM', ['山西省', '太原市', '清徐县'], 8, 10],
  ['LOW', ['山西省', '太原市', '小店区'], 6],
  ['CASES', ['河南省', '许昌市', '禹州市'], 5],
  ['LOW', ['江苏省', '徐州市', '睢宁县'], 3],
];

/** A risk list by which travellers of the sample are judged. */
export function inventRiskAreas(now: Date, chance: Chance): RiskLine[] {
  const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs);
  return listed.map(([areaRisk, place, days, firstCase]) => ({
    ...{ _id: chance.id(county), county, place, areaRisk, source: '示例：等级为虚构' },
    ...{ validFrom: daysAgo(days), countsSince: daysAgo(days) },
    ...(firstCase === undefined ? {} : { firstCaseAt: daysAgo(firstCase) }),
  }));
}
