import { firstSet, home } from '../features/policies';
import { type JudgementAt, presets } from '../features/quarantine';

/** The set a county begins with and an empty risk list: for tests that have no policies of their own. */
export const usualJudgement: JudgementAt = async () => {
  const policy = presets.find(({ code }) => code === firstSet.code);
  if (!policy) throw new Error(`there is no set ${firstSet.code}`);
  return { policy, riskList: [], home };
};
