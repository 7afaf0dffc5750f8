// SPDX-License-Identifier: GPL-3.0-or-later

/// The words of headings, by role, with how strongly they speak for it (0 to 1).
///
/// Read from the headings of published plans of some forty authorities; the weights say how often a term is the heading
/// of something else.
enum HeadingTerms {
  struct Term: Sendable {
    var words: [String]
    var role: ColumnRole
    var weight: Double
  }

  static let byFirstWord: [String: [Term]] = {
    var byFirstWord: [String: [Term]] = [:]
    for (role, weight, list) in lists {
      for phrase in list.split(separator: ",") {
        let words = phrase.split(separator: " ").map(String.init)
        guard let first = words.first else { continue }
        byFirstWord[first, default: []].append(Term(words: words, role: role, weight: weight))
      }
    }
    return byFirstWord
  }()

  private static let lists: [(ColumnRole, Double, String)] = [
    (
      .section, 1,
      "priority,priorities,priority area,area of weakness,areas of weakness,area of significant weakness,significant weakness,weakness,"
        + "area for improvement,improvement area,significant concern,area of concern,proposal,recommendation,workstream,work stream,"
        + "working group,theme,key objective,strategic objective,objective,objectives,ambition,pillar,strand,priority impact area,aim,aims,goal,"
        + "programme,domain,area for priority action,priority action area,strategic priority,strategic aim,key priority,area of focus,"
        + "focus area,area for development,inspection finding,finding,key line of enquiry"
    ),
    (.section, 0.7, "area,issue,category,section,improvement priority"),
    (
      .outcome, 1,
      "required outcome,intended outcome,outcomes we are seeking to achieve,where do we want to be,vision for the future,"
        + "local area commitment,what we want to achieve,desired outcome,aspiration,overarching outcome,what do we want to achieve,"
        + "what we wanted,commitment"
    ),
    (.outcome, 0.72, "outcome,outcomes"),
    (
      .reference, 1,
      "ref,reference,number,no,ref no,ref number,reference number,action no,action number,action ref,action reference,"
        + "nr,s n,sn,id,action id,item,item no,#,line,row"
    ),
    (
      .action, 1,
      "action,actions,key action,key actions,action required,actions required,delivery objectives,delivery objective,"
        + "how will we get there,what we will do,what will we do,our actions to deliver this are to,what we are going to do,"
        + "what are we going to do,key activities,activity,activities,how will we do this,task,tasks,steps,"
        + "planned action,planned actions,specific actions,action to be taken,actions to be taken,improvement action,"
        + "what needs to be done,what do we need to do,what we need to do,agreed action,agreed actions,actions we will take,"
        + "description of action,action description,intervention,deliverable,deliverables,required action,required actions,"
        + "priority actions,improvement actions,what,initiative,project,how we will do it,how we will get there,what will happen"
    ),
    (.action, 0.8, "whats next,what next,what we will do next,what happens next"),
    (.start, 0.6, "from"),
    // What was done is a report beside what is next, and the action where nothing else is.
    (.action, 0.76, "what we did,what we have done,what weve done"),
    (.update, 0.75, "what we did,what we have done,what weve done"),
    (
      .lead, 1,
      "lead,leads,by whom,who,strategic lead,operational lead,lead officer,lead officers,lead agency,responsible officer,"
        + "responsible officers,action lead,action leads,owner,owners,responsible,accountable officer,delivery lead,"
        + "senior responsible officer,sro,sponsor,responsibility,who will lead,accountable lead,lead person,named lead,"
        + "lead professional,action owner,person responsible,who is responsible,whos responsible,lead organisation,accountable,led by,"
        + "responsible lead,responsible person,who will do it,who will do this,lead and partners,accountable person,accountability,executive lead,"
        + "priority lead,theme lead,outcome lead,section lead,priority sponsor,priority owner,assigned to,senior leader,responsible leaders,responsible leader,project lead,service lead,workstream lead,lead role,by who"
    ),
    (
      .contributors, 1,
      "contributors,contributor,who will help,who can help,who will support,group members,partners,roles responsible,supported by,support,who else,partner agencies,"
        + "key partners,contributing partners,working with,with support from,supporting officers,supporting partners,"
        + "with help from,help from,assisted by,other agencies,in partnership with,other partners,stakeholders,involved,who else is involved,delivery partners,partners involved,supporting"
    ),
    (
      .group, 1,
      "task and finish group,task finish group,governance group,delivery group,forum,board,reporting to,reports to,"
        + "governance,responsible group,group,driven by,delivered through,oversight group,accountable board,subgroup,sub group,"
        + "steering group,working group responsible,delivery board"
    ),
    (.start, 1, "start date,start,starting,commencement date,date started,start by,commence,begin,starts,start month"),
    (
      .timescale, 1,
      "by when,when,timeframe,time frame,timescale,timescales,time scale,end date,due date,target date,deadline,completion date,"
        + "review date,date,completed by,date due,due,by,timeline,to be completed by,target completion date,delivery date,when by,"
        + "completion,end,finish date,finish,due by,when will it be done,milestone date,expected completion,complete by,target completion,"
        + "timing,date for completion,by when will it be done"
    ),
    (
      .successMeasures, 1,
      "measures of success,measure of success,success measures,success measure,impact,success criteria,what does success look like,"
        + "what will success look like,success looks like,how will we know weve succeeded,how will we know we have succeeded,"
        + "what will be different,the difference it made,intended impact,expected impact,desired impact,impact measures,impact measure,success,"
        + "measurable outcomes,expected outcomes,expected outcome,what difference will it make,what difference will this make,"
        + "difference made,success indicators,outcome measures,outcome measure,impact on children and young people,benefits,"
        + "what will good look like,what good looks like,intended outcomes,success factors,impact and outcomes,expected result,"
        + "what does good look like,success indicator,what will change,so that,the difference we will see,so what,what will be better,what will have changed,impact we expect,what we expect to see,"
        + "what will be different for children and families,the difference this will make,anticipated impact,expected impact on children"
    ),
    (
      .successMeasures, 0.86,
      "outcomes,outcome,measures,how will we know,how we will know,how will you know,how we know,how will we know it has worked,we will know it has worked when"
    ),
    (
      .milestones, 1,
      "milestones,milestone,milestones progress,key milestones,interim milestones,steps and milestones,key steps,milestones and dates,"
        + "delivery milestones,stages"
    ),
    (
      .update, 1,
      "progress report,progress to date,position statement,progress update,action update,what we have done already,what we have done so far,update,updates,"
        + "comments,latest position,latest update,progress made,current position,progress notes,progress so far,status update,"
        + "where are we now,where we are,where we are now,latest news,what have we done so far,highlights,actions completed to date,what we have achieved,narrative,commentary,progress commentary,narrative update,whats been done,what has been done,progress and impact,progress summary,"
        + "current status and next steps,notes"
    ),
    (.update, 0.92, "progress"),
    (
      .rating, 1,
      "rag rating,rag,status,brag,bragg,rag status,brag rating,brag status,rating,current rag,progress rag,rag rated,current status,progress rating,"
        + "r a g,ragb,brag rag,action status,rag score,delivery status,delivery confidence,state"
    ),
    (
      .monitoring, 1,
      "monitoring and evaluation,monitoring evaluation,monitoring,how will we know,how we will know,how will you know,how we know,we will know it has worked when,evidence of monitoring,"
        + "monitored by,how will progress be measured,how will progress be monitored,monitoring arrangements,assurance,quality assurance,how will this be monitored,how will it be monitored,monitored through,monitoring method,"
        + "how we will monitor,evaluation,monitoring and review,how will we monitor,how we will check,how progress will be monitored,"
        + "how will we measure success,how will we measure this,how will it be measured,monitored how,governance and monitoring"
    ),
    (
      .evidence, 1,
      "evidence and impact,evidence,evidence of impact,source of evidence,evidence of completion,evidence base,supporting evidence,"
        + "evidence of progress,what evidence,sources of evidence,evidence source"
    ),
    (
      .resources, 1,
      "resources,resource,cost,costs,budget,funding,capacity,resource implications,resources required,resources needed,resourcing,"
        + "financial implications,cost and resources,funding source,resource requirement"
    ),
    (
      .risks, 1,
      "risk,risks,mitigation,mitigations,dependencies,barriers,risks and mitigation,risks and issues,key risks,risk and mitigation,"
        + "what could get in the way,what might stop us,risks and barriers,interdependencies,challenges,risks mitigations,barriers and risks,issues and risks,risk if not delivered"
    ),
    (.theme, 0.9, "issues,measure group,indicator group,domain area"),
    (
      .measure, 1,
      "measures indicators of success,key performance indicator,key performance indicators,kpi,kpis,indicator,indicators,performance measure,"
        + "performance indicator,performance indicators,what we will measure,what will we measure,metric,metrics,success indicator,outcome indicator,measure name,"
        + "key measure,key measures,performance measures,what are we measuring,description of measure,pi,measure description,kpi description,measure indicator,"
        + "key indicator,what we measure,outcome kpi"
    ),
    (.measure, 0.95, "measure"),
    (
      .dataSource, 1,
      "data source,source,source of data,data sources,data set,dataset,data owner,where from,source of information,information source,data from"
    ),
    (
      .method, 1,
      "how measured,method,how it is measured,unit,units,measured by,how will it be counted,calculation,unit of measure,how is it measured,collection method"
    ),
    (
      .frequency, 1,
      "frequency,how often,reporting frequency,reported,collected,frequency of reporting,data frequency,reporting period,review frequency,reporting cycle"
    ),
    (
      .baseline, 1,
      "baseline,starting point,baseline date,baseline figure,baseline position,where we started,base line,start point,baseline data,baseline value"
    ),
    (.target, 1, "target,targets,ambition figure,trajectory,target figure,goal figure,expected,planned,aim for"),
    (
      .actual, 1,
      "actual,actuals,outturn,latest,achieved,result,latest figure,actual figure,current,current figure,latest data,performance,latest value,current performance,position"
    ),
    (.reading, 1, "targets actuals,targets and actuals,target and actual,target actual"),
    (.memberName, 1, "name,member,members,named officer,person,attendee,membership,representative"),
    (
      .memberRole, 1,
      "role,job title,position held,organisation,title,designation,representing,agency,job role,role and organisation,post,service,role title"
    ),
    (.term, 1, "term,acronym,abbreviation,acronyms,abbreviations,terms,acronym or term,initials"),
    (
      .meaning, 1,
      "meaning,definition,definitions,full term,explanation,stands for,full name,description,what it means,in full,means"
    ),
  ]
}
