export default definePageConfig({ navigationBarTitleText: '隔离政策和风险地区' });
