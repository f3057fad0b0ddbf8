export default definePageConfig({ navigationBarTitleText: '指挥台' });
