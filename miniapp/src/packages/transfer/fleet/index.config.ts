export default definePageConfig({ navigationBarTitleText: '转运车辆' });
