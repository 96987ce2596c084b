# Makes what seed.json names through Redmine's own models, and prints as JSON the number of each issue by its key,
# and of each field by its name.
require 'json'

seed = JSON.parse(File.read(ENV.fetch('SEED')))
ActionMailer::Base.perform_deliveries = false
Redmine::DefaultData::Loader.load('en-GB')
{
  default_language: 'en-GB',
  date_format: '%m/%d/%Y',
  time_format: '%H:%M',
  login_required: '1',
  app_title: 'Case tracker',
  text_formatting: 'common_mark',
  notified_events: [],
}.each { |name, value| Setting[name] = value }

about = seed.fetch('officer')
officer = User.new(
  firstname: about['first'], lastname: about['last'], mail: about['email'], language: 'en-GB', admin: true
)
officer.login = about['name']
officer.password = officer.password_confirmation = about['password']
officer.must_change_passwd = false
officer.save!
User.current = officer

tracker = Tracker.first
tracker.update!(name: seed['tracker'])
project = Project.new(enabled_module_names: %w[issue_tracking], **seed['project'].transform_keys(&:to_sym))
project.trackers = [tracker]
project.save!

fields = seed['fields'].each_with_index.to_h do |wanted, place|
  field = IssueCustomField.new(
    name: wanted['name'], field_format: wanted['format'], position: place + 1,
    is_for_all: true, visible: true, tracker_ids: [tracker.id]
  )
  field.save!
  [wanted['name'], field.id]
end

issues = seed['issues'].to_h do |wanted|
  made = Time.zone ? Time.zone.parse(wanted['madeAt']) : Time.parse(wanted['madeAt'])
  issue = Issue.new(
    project: project, tracker: tracker, status: IssueStatus.first, priority: IssuePriority.first,
    author: officer, subject: wanted['subject'], description: wanted['description'], start_date: made.to_date
  )
  issue.notify = false
  issue.custom_field_values = wanted['fields'].to_h { |name, value| [fields.fetch(name).to_s, value] }
  issue.save!
  Issue.where(id: issue.id).update_all(created_on: made, updated_on: made)
  [wanted['key'], issue.id]
end
puts JSON.generate(issues: issues, fields: fields)
