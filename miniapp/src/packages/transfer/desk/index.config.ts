export default definePageConfig({ navigationBarTitleText: '点对点转运' });
